using KmsiConformance.Reference.Entra.Federation;
using KmsiConformance.Reference.Entra.Log;
using KmsiConformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Entra;

/// <summary>
/// Azure AD as a login service: a user name, a password, and the question whether to stay signed in, each on a page of
/// its own. The lists below are everything that it answers. Beside the login host it has two sites: the federated service of its
/// tenant, and the interface that gives out the sign-in log.
/// </summary>
internal sealed class EntraService(EntraTenant entra) : ILoginService
{
    private const string LoginHost = "login.localhost";

    // Multi-tenant names lead to the only tenant there is.
    private static readonly HashSet<string> AnyTenant = new(StringComparer.OrdinalIgnoreCase) { "common", "organizations" };

    private readonly EntraAuthorize _authorize = new(entra);
    private readonly EntraSignIn _signIn = new(entra);
    private readonly EntraLogout _logout = new(entra);
    private readonly EntraMetadata _metadata = new(entra);

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store, no-cache";
        http.Response.Headers.Pragma = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";

        var exchange = entra.Exchange(http);
        try
        {
            await SiteAsync(exchange, http.Request.Host.Host.ToLowerInvariant());
        }
        catch (InvalidDataException tooMuch) when (!http.Response.HasStarted)
        {
            // Forms with too many fields, or fields that are too long.
            await exchange.ErrorPageAsync(Trouble.Malformed(tooMuch.Message));
        }
    }

    private Task SiteAsync(Exchange exchange, string host)
    {
        switch (host)
        {
            case LoginHost:
                return LoginAsync(exchange, (exchange.Http.Request.Path.Value ?? "").Trim('/'));
            case FederatedService.Host:
                return entra.Federation.AnswerAsync(exchange, entra);
            case SignInLog.Host:
                return entra.Log.AnswerAsync(exchange);
            default:
                // Cookies of the login host must not end up on another name of this machine.
                exchange.Http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                return Task.CompletedTask;
        }
    }

    private Task LoginAsync(Exchange exchange, string path)
    {
        // The question and federated answers are posted to addresses without a tenant.
        if (string.Equals(path, "kmsi", StringComparison.OrdinalIgnoreCase)) return _signIn.AnswerQuestionAsync(exchange);
        if (string.Equals(path, "login.srf", StringComparison.OrdinalIgnoreCase)) return _signIn.TakeFederatedAsync(exchange);

        var (tenant, endpoint) = path.Split('/', 2) is [var first, var rest] ? (first, rest) : (path, "");
        return !entra.Tenant.IsNamed(tenant) && !AnyTenant.Contains(tenant)
            ? exchange.ErrorPageAsync(EntraTrouble.UnknownTenant(tenant), StatusCodes.Status404NotFound)
            : endpoint.ToLowerInvariant() switch
            {
                "oauth2/v2.0/authorize" => _authorize.AnswerAsync(exchange),
                "login" => _signIn.TakeCredentialsAsync(exchange),
                "consent/set" => _signIn.TakeConsentAsync(exchange),
                "oauth2/v2.0/token" => TokenEndpoint.AnswerAsync(exchange),
                "oauth2/v2.0/logout" => _logout.AnswerAsync(exchange),
                "v2.0/.well-known/openid-configuration" => _metadata.ConfigurationAsync(exchange),
                "discovery/v2.0/keys" => MetadataEndpoint.KeysAsync(exchange),
                _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
            };
    }
}
