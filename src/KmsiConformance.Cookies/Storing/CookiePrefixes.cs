using KmsiConformance.Cookies.Parsing;

namespace KmsiConformance.Cookies.Storing;

/// <summary>Names that promise something (RFC 6265bis, 5.4 and steps 20 to 22 of 5.7; N-76). In any case of letters.</summary>
internal static class CookiePrefixes
{
    private const string Secure = "__Secure-";
    private const string Host = "__Host-";
    private const string Http = "__Http-";
    private const string HostHttp = "__Host-Http-";

    public static CookieRefusal Check(Cookie cookie, SetCookieString set, CookiePolicy policy)
    {
        var ofHost = cookie is { Secure: true, HostOnly: true, Path: "/" } && set.Attributes.Has("Path");
        var ofHttp = cookie is { Secure: true, HttpOnly: true };
        if (Begins(cookie.Name, Secure) && !cookie.Secure) return CookieRefusal.SecurePrefix;
        if (Begins(cookie.Name, Host) && !ofHost) return CookieRefusal.HostPrefix;
        if (policy.KnowsHttpPrefixes && (Begins(cookie.Name, Http) || Begins(cookie.Name, HostHttp)) && !ofHttp)
            return CookieRefusal.HttpPrefix;
        return cookie.Name.Length == 0 ? Nameless(cookie.Value, policy) : CookieRefusal.None;
    }

    // Sent without a name, such a value would look like a name.
    private static CookieRefusal Nameless(string value, CookiePolicy policy) =>
        Begins(value, Secure) || Begins(value, Host) || (policy.KnowsHttpPrefixes && Begins(value, Http)) ? CookieRefusal.HiddenPrefix
        : value.Contains('=') && !policy.NamelessMayHaveEquals ? CookieRefusal.HiddenName
        : CookieRefusal.None;

    private static bool Begins(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
