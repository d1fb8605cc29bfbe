using KmsiConformance.Reference.Federation;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Http;

/// <summary>Finds the endpoint that a request is for. The list below is everything that the service answers.</summary>
internal sealed class LoginService(Tenant tenant) : ILoginService
{
    private const string Host = "login.localhost";

    public async Task AnswerAsync(HttpContext http)
    {
        // Cookies of the login host must not end up on another name of this machine.
        if (!string.Equals(http.Request.Host.Host, Host, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        string? correlationId = null;
        try
        {
            correlationId = await AnswerSiteAsync(http);
        }
        finally
        {
            tenant.Log.Add(tenant.Clock.GetUtcNow(), http.Request.Method, http.Request.Path + http.Request.QueryString, http.Response.StatusCode, correlationId);
        }
    }

    private async Task<string?> AnswerSiteAsync(HttpContext http)
    {
        // No store anywhere, and nothing is guessed from content.
        http.Response.Headers.CacheControl = "no-store, must-revalidate, no-cache";
        http.Response.Headers.Pragma = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "strict-origin";

        var address = Address.Parse(http.Request.Path.Value ?? "", http.Request.Query["p"]);
        if (address is null || !tenant.IsNamed(address.Tenant))
        {
            await NotFoundAsync(http, Trouble.UnknownAddress());
            return null;
        }

        var policyId = address.Policy is null && address.Endpoint == ProviderCallback.Endpoint
            ? await ProviderCallback.PolicyAsync(new Exchange(http, tenant, tenant.Policies.First()))
            : address.Policy;
        if (tenant.Policy(policyId) is not { } policy)
        {
            await NotFoundAsync(http, address.Endpoint == ProviderCallback.Endpoint ? Trouble.LostState() : Trouble.UnknownPolicy(address.Policy));
            return null;
        }

        var exchange = new Exchange(http, tenant, policy);
        try
        {
            await tenant.Conduct.BeforeAnswerAsync();
            await EndpointAsync(exchange, address.Endpoint);
        }
        catch (InvalidDataException tooMuch) when (!http.Response.HasStarted)
        {
            // Forms with too many fields, or fields that are too long.
            await exchange.ErrorPageAsync(Trouble.Malformed(tooMuch.Message));
        }

        return exchange.CorrelationId;
    }

    private static Task EndpointAsync(Exchange exchange, string endpoint) => endpoint switch
    {
        "oauth2/v2.0/authorize" => AuthorizeEndpoint.AnswerAsync(exchange),
        "selfasserted" => SelfAssertedEndpoint.AnswerAsync(exchange),
        "api/combinedsigninandsignup/confirmed" => ConfirmedEndpoint.AnswerAsync(exchange),
        "api/combinedsigninandsignup/unified" => ChoiceEndpoint.AnswerAsync(exchange),
        ProviderCallback.Endpoint or SamlPaths.Consumer => ProviderCallback.AnswerAsync(exchange),
        SamlPaths.Metadata => SamlEndpoints.MetadataAsync(exchange),
        SamlPaths.SignIn => SamlEndpoints.SignInAsync(exchange),
        SamlPaths.SignOut => SamlEndpoints.SignOutAsync(exchange),
        "api/secondfactor/confirmed" => SecondFactorEndpoint.AnswerAsync(exchange),
        "oauth2/v2.0/token" => TokenEndpoint.AnswerAsync(exchange),
        "oauth2/v2.0/logout" => LogoutEndpoint.AnswerAsync(exchange),
        NotificationRelay.Endpoint => exchange.Tenant.Relay.AnswerAsync(exchange),
        "v2.0/.well-known/openid-configuration" => MetadataEndpoint.ConfigurationAsync(exchange),
        "discovery/v2.0/keys" => MetadataEndpoint.KeysAsync(exchange),
        _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
    };

    // Errors need a page, pages need a policy; before one is found any will do.
    private Task NotFoundAsync(HttpContext http, Trouble trouble) =>
        new Exchange(http, tenant, tenant.Policies.First()).ErrorPageAsync(trouble, StatusCodes.Status404NotFound);
}
