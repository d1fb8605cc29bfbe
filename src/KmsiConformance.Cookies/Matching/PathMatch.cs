namespace KmsiConformance.Cookies.Matching;

/// <summary>Paths of cookies and of requests (RFC 6265bis, 5.1.4).</summary>
public static class PathMatch
{
    /// <summary>The path of a cookie that names none: the request's, up to its last slash.</summary>
    public static string Default(string requestPath)
    {
        var last = requestPath.LastIndexOf('/');
        return last <= 0 || requestPath[0] != '/' ? "/" : requestPath[..last];
    }

    public static bool Matches(string requestPath, string cookiePath) =>
        requestPath.StartsWith(cookiePath, StringComparison.Ordinal)
        && (requestPath.Length == cookiePath.Length || cookiePath.EndsWith('/') || requestPath[cookiePath.Length] == '/');
}
