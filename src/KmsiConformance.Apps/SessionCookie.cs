using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Apps;

/// <summary>The cookie of an app's own session: one, or several where the session is more than one can hold.</summary>
internal sealed class SessionCookie(AppOptions options)
{
    // What an app keeps in its cookies beside the handle when it stores its tokens there, instead of on its server.
    private const int Baggage = 6000;

    private const char Separator = '.';

    private readonly ChunkingCookieManager _cookies = new() { ChunkSize = options.Chunked ? ChunkingCookieManager.DefaultChunkSize : null };

    /// <summary>Its name; several are called <c>NAMEC1</c>, <c>NAMEC2</c> and so on, and the first says how many there are.</summary>
    public string Name { get; } = $"{options.Name}-session";

    // An app that is told of sign-outs in a frame must get its cookie there, and must be able to delete it there (N-74).
    private SameSiteMode SameSite => options.SameSite switch
    {
        "strict" => SameSiteMode.Strict,
        "lax" => SameSiteMode.Lax,
        "none" => SameSiteMode.None,
        _ => options.LogoutUrl is LogoutUrlBehaviour.None or LogoutUrlBehaviour.Lax ? SameSiteMode.Lax : SameSiteMode.None,
    };

    /// <summary>The handle that the browser presents; null for none.</summary>
    public string? Presented(HttpContext context) => _cookies.GetRequestCookie(context, Name)?.Split(Separator)[0];

    public void Set(HttpContext context, string handle)
    {
        var attributes = Attributes();
        attributes.MaxAge = options.Persistent ? options.Session : null;
        _cookies.AppendResponseCookie(context, Name, options.Chunked ? handle + Separator + new string('x', Baggage) : handle, attributes);
    }

    public void Delete(HttpContext context) => _cookies.DeleteCookie(context, Name, Attributes());

    private CookieOptions Attributes() => new() { HttpOnly = true, Secure = true, SameSite = SameSite, Path = "/" };
}
