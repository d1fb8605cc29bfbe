using KmsiConformance.Cookies.Parsing;

namespace KmsiConformance.Cookies.Storing;

/// <summary>Names that promise something (RFC 6265bis, 5.4 and steps 20 to 22 of 5.7; N-76). In any case of letters.</summary>
internal static class CookiePrefixes
{
    private const string SecurePrefix = "__Secure-";
    private const string HostPrefix = "__Host-";

    public static CookieRefusal Check(Cookie cookie, SetCookieString set)
    {
        if (Begins(cookie.Name, SecurePrefix) && !cookie.Secure) return CookieRefusal.SecurePrefix;
        if (Begins(cookie.Name, HostPrefix) && !(cookie.Secure && cookie.HostOnly && cookie.Path == "/" && set.Attributes.Has("Path")))
            return CookieRefusal.HostPrefix;

        // Sent without a name, such a value would look like a name.
        return cookie.Name.Length == 0 && (Begins(cookie.Value, SecurePrefix) || Begins(cookie.Value, HostPrefix))
            ? CookieRefusal.HiddenPrefix
            : CookieRefusal.None;
    }

    private static bool Begins(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
