using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>
/// What every request passes, whatever the product: only the product's own hosts are served, nothing is cached or
/// guessed, a request that cannot be read gets a page, and all of it is written into one log.
/// </summary>
internal sealed class FrontDoor(Tenant tenant, ILoginService service)
{
    /// <summary>The host of the pages that people see.</summary>
    public const string LoginHost = "login.localhost";

    public async Task AnswerAsync(HttpContext http)
    {
        // Cookies of the login host must not end up on another name of this machine.
        if (!service.Hosts.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        http.Response.Headers.CacheControl = service.CacheControl;
        http.Response.Headers.Pragma = "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = service.ReferrerPolicy;

        Exchange? exchange = null;
        try
        {
            await tenant.Rules.Notification.BeforeAnswerAsync();
            exchange = await service.ExchangeAsync(http);
            await service.AnswerAsync(exchange);
        }
        catch (InvalidDataException tooMuch) when (!http.Response.HasStarted)
        {
            // Forms with too many fields, or fields that are too long.
            exchange ??= new Exchange(http, tenant, tenant.Policies.First());
            await exchange.ErrorPageAsync(Trouble.Malformed(tooMuch.Message));
        }
        finally
        {
            tenant.Log.Add(
                tenant.Clock.GetUtcNow(), http.Request.Method, http.Request.Path + http.Request.QueryString, http.Response.StatusCode,
                exchange?.CorrelationId);
        }
    }
}
