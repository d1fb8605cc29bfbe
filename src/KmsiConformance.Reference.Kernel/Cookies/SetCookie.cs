using System.Globalization;

namespace KmsiConformance.Reference.Kernel.Cookies;

/// <summary>Writes <c>Set-Cookie</c> headers.</summary>
internal static class SetCookie
{
    /// <summary>A cookie; null for <paramref name="maxAge"/> makes it end with the browser.</summary>
    public static string Write(string name, string value, CookieAttributes attributes, TimeSpan? maxAge = null)
    {
        var age = maxAge is { } given ? string.Create(CultureInfo.InvariantCulture, $"; max-age={(long)given.TotalSeconds}") : "";
        return $"{name}={value}{age}{Common(attributes)}";
    }

    /// <summary>Deletes the cookie; name, domain and path must be the same as when it was set (N-79).</summary>
    public static string Delete(string name, CookieAttributes attributes) =>
        $"{name}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0{Common(attributes)}";

    private static string Common(CookieAttributes attributes)
    {
        var domain = attributes.Domain is null ? "" : $"; domain={attributes.Domain}";
        return $"{domain}; path={attributes.Path}{(attributes.Secure ? "; secure" : "")}{(attributes.HttpOnly ? "; HttpOnly" : "")}; "
            + $"SameSite={attributes.SameSite}{(attributes.Partitioned ? "; Partitioned" : "")}";
    }
}
