using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Http;

/// <summary>Finds the endpoint that a request is for. The list below is everything that the service answers.</summary>
internal sealed class LoginService(Tenant tenant)
{
    public async Task AnswerAsync(HttpContext http)
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
            return;
        }

        if (tenant.Policy(address.Policy) is not { } policy)
        {
            await NotFoundAsync(http, Trouble.UnknownPolicy(address.Policy));
            return;
        }

        var exchange = new Exchange(http, tenant, policy);
        await (address.Endpoint switch
        {
            "oauth2/v2.0/authorize" => AuthorizeEndpoint.AnswerAsync(exchange),
            "selfasserted" => SelfAssertedEndpoint.AnswerAsync(exchange),
            "api/combinedsigninandsignup/confirmed" => ConfirmedEndpoint.AnswerAsync(exchange),
            "oauth2/v2.0/token" => TokenEndpoint.AnswerAsync(exchange),
            "oauth2/v2.0/logout" => LogoutEndpoint.AnswerAsync(exchange),
            "v2.0/.well-known/openid-configuration" => MetadataEndpoint.ConfigurationAsync(exchange),
            "discovery/v2.0/keys" => MetadataEndpoint.KeysAsync(exchange),
            _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
        });
    }

    private Task NotFoundAsync(HttpContext http, Trouble trouble)
    {
        // Errors need a page, pages need a policy; before one is found any will do.
        return tenant.Policies.FirstOrDefault() is { } policy
            ? new Exchange(http, tenant, policy).ErrorPageAsync(trouble, StatusCodes.Status404NotFound)
            : Task.CompletedTask;
    }
}
