using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>The cookie of an app's own session.</summary>
internal sealed class SessionCookie(AppOptions options)
{
    public string Name { get; } = $"{options.Name}-session";

    // An app that is told of sign-outs in a frame must get its cookie there, and must be able to delete it there (N-74).
    private SameSiteMode SameSite =>
        options.LogoutUrl is LogoutUrlBehaviour.None or LogoutUrlBehaviour.Lax ? SameSiteMode.Lax : SameSiteMode.None;

    /// <summary>The handle that the browser presents; null for none.</summary>
    public string? Presented(HttpContext context) => context.Request.Cookies[Name];

    public void Set(HttpContext context, string handle) => context.Response.Cookies.Append(Name, handle, new CookieOptions
    {
        HttpOnly = true, Secure = true, SameSite = SameSite, Path = "/", MaxAge = options.Persistent ? options.Session : null,
    });

    public void Delete(HttpContext context) =>
        context.Response.Cookies.Delete(Name, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSite, Path = "/" });
}
