using KmsiConformance.Reference.AzureAd.Federation;
using KmsiConformance.Reference.AzureAd.Log;
using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>
/// Azure AD as a login service: a user name, a password, and the question whether to stay signed in, each on a page of
/// its own. The lists below are everything that it answers. Beside the login host it has two sites: the federated service of its
/// tenant, and the interface that gives out the sign-in log.
/// </summary>
internal sealed class AzureAdService(AzureAdTenant azureAd) : ILoginService
{
    // Multi-tenant names lead to the only tenant there is.
    private static readonly HashSet<string> AnyTenant = new(StringComparer.OrdinalIgnoreCase) { "common", "organizations" };

    private readonly AzureAdAuthorize _authorize = new(azureAd);
    private readonly AzureAdSignIn _signIn = new(azureAd);
    private readonly AzureAdLogout _logout = new(azureAd);
    private readonly AzureAdMetadata _metadata = new(azureAd);

    public IReadOnlyList<string> Hosts { get; } = [FrontDoor.LoginHost, FederatedService.Host, SignInLog.Host];

    public string CacheControl => "no-store, no-cache";

    public string ReferrerPolicy => "strict-origin-when-cross-origin";

    public string DiscoveryPath(string policyId) => $"/{azureAd.Tenant.Name}/v2.0/.well-known/openid-configuration";

    public Task<Exchange> ExchangeAsync(HttpContext http) => Task.FromResult(azureAd.Exchange(http));

    public Task AnswerAsync(Exchange exchange) => exchange.Http.Request.Host.Host.ToLowerInvariant() switch
    {
        FederatedService.Host => azureAd.Federation.AnswerAsync(exchange, azureAd),
        SignInLog.Host => azureAd.Log.AnswerAsync(exchange),
        _ => LoginAsync(exchange, (exchange.Http.Request.Path.Value ?? "").Trim('/')),
    };

    private Task LoginAsync(Exchange exchange, string path)
    {
        // The question and federated answers are posted to addresses without a tenant.
        if (string.Equals(path, "kmsi", StringComparison.OrdinalIgnoreCase)) return _signIn.AnswerQuestionAsync(exchange);
        if (string.Equals(path, "login.srf", StringComparison.OrdinalIgnoreCase)) return _signIn.TakeFederatedAsync(exchange);

        var (tenant, endpoint) = path.Split('/', 2) is [var first, var rest] ? (first, rest) : (path, "");
        return !azureAd.Tenant.IsNamed(tenant) && !AnyTenant.Contains(tenant)
            ? exchange.ErrorPageAsync(AzureAdTrouble.UnknownTenant(tenant), StatusCodes.Status404NotFound)
            : endpoint.ToLowerInvariant() switch
            {
                "oauth2/v2.0/authorize" => _authorize.AnswerAsync(exchange),
                "login" => _signIn.TakeCredentialsAsync(exchange),
                "consent/set" => _signIn.TakeConsentAsync(exchange),
                "oauth2/v2.0/token" => TokenEndpoint.AnswerAsync(exchange),
                "oauth2/v2.0/logout" => _logout.AnswerAsync(exchange),
                "v2.0/.well-known/openid-configuration" => _metadata.ConfigurationAsync(exchange),
                "discovery/v2.0/keys" => KeysEndpoint.AnswerAsync(exchange),
                _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
            };
    }
}
