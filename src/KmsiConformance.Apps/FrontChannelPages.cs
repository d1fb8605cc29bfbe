using KmsiConformance.Ledger;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>The LogoutUrl of an app: told of a sign-out elsewhere, it ends the session of the browser that calls .</summary>
internal sealed class FrontChannelPages(AppSite site)
{
    /// <summary>Does what the app is set to do, and records what arrived.</summary>
    public Task NotifyAsync(HttpContext context)
    {
        var behaviour = site.Options.LogoutUrl;
        var handle = site.Cookie.Presented(context);
        var clears = Clears(behaviour)
            && (behaviour != LogoutUrlBehaviour.WithQuery || Parameter(context, ReturnAddress.Query.Name) == ReturnAddress.Query.Value);
        var ended = clears ? site.Sessions.End(handle) : null;
        site.Ledger.Append(new AppNotified(
            site.Name, context.Request.Method, handle is not null, ended is not null, Parameter(context, "iss"),
                SessionFingerprint(context), Status(behaviour)));
        if (ended is not null) site.Ledger.Append(new AppSessionEnded(site.Name, "notified"));
        if (clears) site.Cookie.Delete(context);
        return AnswerAsync(context, site, null);
    }

    /// <summary>What the app answers; 0 when it never does.</summary>
    public static int Status(LogoutUrlBehaviour behaviour) => behaviour switch
    {
        LogoutUrlBehaviour.Hangs => 0,
        LogoutUrlBehaviour.Error => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status200OK,
    };

    /// <summary>Whether the app does its part.</summary>
    public static bool Clears(LogoutUrlBehaviour behaviour) =>
        behaviour is LogoutUrlBehaviour.Works or LogoutUrlBehaviour.Lax or LogoutUrlBehaviour.RefusesFraming
            or LogoutUrlBehaviour.WithQuery;

    /// <summary>A parameter that the login endpoint added to the address.</summary>
    public static string? Parameter(HttpContext context, string name) => context.Request.Query[name].FirstOrDefault();

    /// <summary>A mark of the <c>sid</c> that came along; null for none.</summary>
    public static string? SessionFingerprint(HttpContext context) => Parameter(context, "sid") is { } sid ? Secrets.Fingerprint(sid) : null;

    /// <summary>Answers as the app is set to.</summary>
    /// <param name="html">The page; null for a plain one.</param>
    public static async Task AnswerAsync(HttpContext context, AppSite site, string? html)
    {
        var behaviour = site.Options.LogoutUrl;
        if (behaviour == LogoutUrlBehaviour.Hangs)
        {
            await context.LeaveUnansweredAsync();
            return;
        }

        if (behaviour == LogoutUrlBehaviour.RefusesFraming) context.Response.Headers.XFrameOptions = "DENY";
        context.Response.StatusCode = Status(behaviour);
        await AppSite.PageAsync(
            context, html
                ?? AppPages.Page(
                    site.Name, "Signed out", behaviour == LogoutUrlBehaviour.Error ? "Something broke." : "Told of a sign-out."));
    }
}
