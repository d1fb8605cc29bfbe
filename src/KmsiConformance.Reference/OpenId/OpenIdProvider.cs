using KmsiConformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.OpenId;

/// <summary>
/// A provider by the OpenID Connect specifications: Core, Session Management, RP-Initiated, Front-Channel and
/// Back-Channel Logout. The list below is everything that it answers.
/// </summary>
internal sealed class OpenIdProvider(Tenant tenant) : ILoginService
{
    private const string Host = "login.localhost";

    private readonly OpenIdAuthorize _authorize = new(tenant);
    private readonly OpenIdLogout _logout = new(tenant);

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext http)
    {
        if (!string.Equals(http.Request.Host.Host, Host, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";

        var exchange = new Exchange(http, tenant, tenant.Policies.First());
        try
        {
            await EndpointAsync(exchange, http.Request.Path.Value ?? "");
        }
        catch (InvalidDataException tooMuch) when (!http.Response.HasStarted)
        {
            await exchange.ErrorPageAsync(Trouble.Malformed(tooMuch.Message));
        }
    }

    private Task EndpointAsync(Exchange exchange, string path) => path switch
    {
        "/.well-known/openid-configuration" => OpenIdMetadata.ConfigurationAsync(exchange),
        "/keys" => MetadataEndpoint.KeysAsync(exchange),
        "/authorize" => _authorize.AnswerAsync(exchange),
        "/sign-in" => _authorize.TakeCredentialsAsync(exchange),
        "/account" => _authorize.TakeAccountAsync(exchange),
        "/consent" => _authorize.TakeConsentAsync(exchange),
        "/token" => TokenEndpoint.AnswerAsync(exchange),
        "/userinfo" => UserInfoEndpoint.AnswerAsync(exchange),
        "/session" => exchange.PageAsync(CheckSessionFrame.Render(exchange)),
        "/sign-out" => _logout.AnswerAsync(exchange),
        "/sign-out/confirmed" => _logout.TakeConfirmationAsync(exchange),
        _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
    };
}
