using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Web;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Targets.Reference;

/// <summary>The reference as a site without a protocol, for one world.</summary>
internal sealed class SiteTarget(ReferenceServer server, WebSettings settings) : ITarget
{
    /// <summary>Where the parts of the site are that scenarios visit, by the names of their apps.</summary>
    public static Apps.AppPlace PlaceOf(string app) => new()
    {
        OnSite = new Apps.SitePaths(WebPaths.Area(app), WebPaths.Area(app), WebPaths.SignIn, WebPaths.ReturnParameter),
    };

    private readonly ReferenceAccounts _accounts = new(server, WebPaths.Sessions);

    public IReadOnlyList<string> LoginSites => [new Uri(server.Origin).Authority];

    public string SiteOrigin => server.Origin;

    public OpenIdConnectFacet? OpenIdConnect => null;

    public SamlFacet? Saml => null;

    public ISignInLogFacet? SignInLog => null;

    public IIdentityProvidersFacet? IdentityProviders => null;

    public IClockFacet Clock => SharedClock.Instance;

    public string? Gone => null;

    public bool MayHavePasswords(Uri page) => page.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    public TargetPolicy Policy
    {
        get
        {
            var policy = new TargetPolicy(
                settings.Sessions.Session, settings.Sessions.KeepAlive, settings.Sessions.Expiry, SsoScope.Tenant,
                RequiresIdTokenHint: false, settings.OffersBox && settings.Sessions.KeepAlive is not null, "")
            {
                Maximum = settings.Sessions.Maximum, KeepAliveMaximum = settings.Sessions.KeepAliveMaximum,
            };
            var expiry = policy.Expiry == ExpiryType.Rolling ? "rolling" : "absolute";
            return policy with { Words = $"{Lengths.Words(policy)}, {expiry}{(settings.OffersBox ? "" : ", without a box")}" };
        }
    }

    public IAccountsFacet Accounts => _accounts;

    public TargetUser User(string name) => _accounts.User(name);

    /// <summary>The settings that a scenario asks for, as the site takes them.</summary>
    /// <param name="apps">The parts of the site that it visits.</param>
    public static WebSettings Settings(PolicyRequest policy, IEnumerable<string> apps) => new()
    {
        Sessions = new SessionSettings(
            KeepAliveInDays: policy.KeepAliveInDays,
            SessionExpiryType: policy.Expiry == "unset" ? null : Enum.Parse<ExpiryType>(policy.Expiry, ignoreCase: true),
            SessionExpiryInSeconds: (int)policy.Session.TotalSeconds)
        {
            Maximum = policy.Maximum, KeepAliveMaximum = policy.KeepAliveMaximum,
        },
        OffersBox = policy.OffersKeepMeSignedIn,
        CookieParts = policy.Site.Cookies,
        Areas = [.. apps],
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
