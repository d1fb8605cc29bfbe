using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Worlds.Apps;

/// <summary>The LogoutUrl of an app: told of a sign-out elsewhere, it ends the session of the browser that calls .</summary>
internal sealed class FrontChannelPages(AppSite site)
{
    /// <summary>Does what the app is set to do, and records what arrived.</summary>
    public async Task NotifyAsync(HttpContext context)
    {
        var behaviour = site.Options.LogoutUrl;
        var handle = site.Cookie.Presented(context);
        var ended = Clears(behaviour) ? site.Sessions.End(handle) : null;
        var status = behaviour switch { LogoutUrlBehaviour.Hangs => 0, LogoutUrlBehaviour.Error => StatusCodes.Status500InternalServerError, _ => StatusCodes.Status200OK };
        site.Ledger.Append(new AppNotified(
            site.Name, context.Request.Method, handle is not null, ended is not null, Parameter(context, "iss"),
            Parameter(context, "sid") is { } sid ? Secrets.Mark(sid) : null, status));
        if (ended is not null) site.Ledger.Append(new AppSessionEnded(site.Name, "notified"));

        if (behaviour == LogoutUrlBehaviour.Hangs)
        {
            await NeverAsync(context.RequestAborted);
            return;
        }

        if (Clears(behaviour)) site.Cookie.Delete(context);
        if (behaviour == LogoutUrlBehaviour.RefusesFraming) context.Response.Headers.XFrameOptions = "DENY";
        context.Response.StatusCode = status;
        await AppSite.PageAsync(context, AppPages.Page(site.Name, "Signed out", status == StatusCodes.Status200OK ? "Told of a sign-out." : "Something broke."));
    }

    private static bool Clears(LogoutUrlBehaviour behaviour) =>
        behaviour is LogoutUrlBehaviour.Works or LogoutUrlBehaviour.Lax or LogoutUrlBehaviour.RefusesFraming;

    private static string? Parameter(HttpContext context, string name) => context.Request.Query[name].FirstOrDefault();

    // Until the browser gives up, or the world ends.
    private static async Task NeverAsync(CancellationToken aborted)
    {
        var never = new TaskCompletionSource();
        await using (aborted.Register(() => never.TrySetResult()))
            await never.Task;
    }
}
