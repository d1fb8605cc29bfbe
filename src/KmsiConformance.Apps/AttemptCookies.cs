using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>
/// Ties each request of an app to the browser that was sent with it, by a cookie of its own: a login endpoint may well answer the
/// first of two requests.
/// </summary>
/// <param name="path">Path of the page that takes the answers.</param>
internal sealed class AttemptCookies(string path)
{
    // Enough of 256 random bits to tell attempts apart; the value holds all of them.
    private const int Shown = 12;

    /// <summary>Remembers in the browser that it is sent with this request.</summary>
    public void Remember(HttpContext context, string id) => context.Response.Cookies.Append(Name(id), id, Attributes());

    /// <summary>Whether this browser was sent with the request.</summary>
    public static bool IsThisBrowsers(HttpContext context, string id) => context.Request.Cookies[Name(id)] == id;

    /// <summary>Forgets a request that was answered.</summary>
    public void Forget(HttpContext context, string id) => context.Response.Cookies.Delete(Name(id), Attributes());

    private static string Name(string id) => $"attempt-{id[..Math.Min(Shown, id.Length)]}";

    // SameSite=None, because an answer that is posted comes from another site and must find it.
    private CookieOptions Attributes() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = path };
}
