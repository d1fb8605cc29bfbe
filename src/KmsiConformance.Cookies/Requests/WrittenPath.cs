namespace KmsiConformance.Cookies.Requests;

/// <summary>The path of an address, octet for octet: <see cref="Uri"/> writes escapes its own way, and browsers leave them alone.</summary>
internal static class WrittenPath
{
    /// <summary>The path as written, or as <see cref="Uri"/> writes it where that does more than rewrite escapes.</summary>
    public static string Of(Uri address)
    {
        var text = address.OriginalString;
        var authority = text.IndexOf("://", StringComparison.Ordinal);
        var start = authority < 0 ? -1 : text.IndexOfAny(['/', '?', '#'], authority + 3);
        if (start < 0 || text[start] != '/') return address.AbsolutePath;
        var end = text.IndexOfAny(['?', '#'], start);
        var path = end < 0 ? text[start..] : text[start..end];
        return IsPlain(path) ? path : address.AbsolutePath;
    }

    // Dot segments go, and what cannot be sent is escaped.
    private static bool IsPlain(string path) =>
        path.All(octet => octet is > ' ' and < '\x7F' and not ('"' or '<' or '>' or '\\' or '`' or '{' or '}'))
        && !path.Split('/').Any(segment => segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..");
}
