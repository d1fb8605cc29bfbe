using System.Net.Http.Headers;
using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Sites;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Reference;

/// <summary>The reference as a tenant of Azure AD, for one world.</summary>
internal sealed class AzureAdTarget(ReferenceServer server, TenantRequest tenant) : ITarget, ISignInLogFacet
{
    private static readonly TargetPolicy Lifetimes = new(
        TenantRequest.Lifetimes.Session, TenantRequest.Lifetimes.KeepAlive, ExpiryType.Rolling, SsoScope.Tenant, RequiresIdTokenHint: false,
        PromisesBox: false, "");

    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler());
    private readonly ReferenceAccounts _accounts = new(server);

    public IReadOnlyList<string> LoginSites => [new Uri(server.Origin).Authority];

    // There is one tenant, and no second policy.
    public OpenIdConnectFacet OpenIdConnect => new(server.Discovery(""), server.Discovery(""));

    public SamlFacet? Saml => null;

    public ISignInLogFacet SignInLog => this;

    public IIdentityProvidersFacet? IdentityProviders => null;

    public IClockFacet Clock => SharedClock.Instance;

    public string? Gone => null;

    // All its sites are of this process.
    public bool MayHavePasswords(Uri page) => page.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    public TargetPolicy Policy => Lifetimes with { Words = tenant.ToString() };

    /// <summary>The settings that a scenario asks for, as the reference takes them.</summary>
    public static AzureAdSettings Settings(TenantRequest tenant) => new()
    {
        ShowsOptionToRemainSignedIn = tenant.OffersToStaySignedIn,
        Users = tenant.Users.ToDictionary(
            user => user.Key,
            user =>
                new AzureAdUser(
                    user.Value.Guest, user.Value.HighUserRisk, user.Value.RiskySignIn, user.Value.SharedDevice,
                    Method(user.Value.SignsInBy)),
            StringComparer.OrdinalIgnoreCase),
        PersistentBrowserSessions = tenant.PersistentBrowserSession.ToDictionary(
            user => user.Key, user => user.Value ? PersistentBrowserSession.Always : PersistentBrowserSession.Never,
            StringComparer.OrdinalIgnoreCase),
        AppsThatNeedConsent = tenant.AppsThatNeedConsent,
    };

    public IAccountsFacet Accounts => _accounts;

    public TargetUser User(string name) => _accounts.User(name);

    public async Task<IReadOnlyList<LoggedSignInRow>> ReadAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.SignInLogAddress);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.ReportsToken);
        using var answer = await _http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        using var log = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        return [.. log.RootElement.GetProperty("value").EnumerateArray().Select(Row)];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await server.DisposeAsync();
    }

    private static LoggedSignInRow Row(JsonElement row) => new(
        row.GetProperty("createdDateTime").GetDateTimeOffset(),
        row.GetProperty("userPrincipalName").GetString()!,
        row.GetProperty("appId").GetString()!,
        row.GetProperty("status").GetProperty("errorCode").GetInt32(),
        row.GetProperty("status").GetProperty("failureReason").GetString());

    private static AzureAdSignInMethod Method(string name) => name switch
    {
        "seamless-sso" => AzureAdSignInMethod.SeamlessSso,
        "federation" => AzureAdSignInMethod.Federation,
        "federation-with-windows" => AzureAdSignInMethod.FederationWithWindows,
        _ => AzureAdSignInMethod.Password,
    };
}
