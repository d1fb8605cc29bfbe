namespace KmsiConformance.Browsers;

/// <summary>Tells addresses of the web from all others.</summary>
internal static class WebAddress
{
    /// <summary>
    /// An address of the web as browsers read it: tabs and line ends are not there, and a backslash in front of the query is a slash (URL
    /// standard, 4.4, special schemes).
    /// </summary>
    public static string AsBrowsersRead(string address)
    {
        address = string.Concat(address.Where(letter => letter is not ('\t' or '\n' or '\r')));
        var scheme = Uri.CheckSchemeName(address.Split(':')[0]) ? address.Split(':')[0].ToLowerInvariant() : "";
        if (scheme is not ("" or "http" or "https")) return address;
        var end = address.IndexOfAny(['?', '#']);
        return end < 0 ? address.Replace('\\', '/') : address[..end].Replace('\\', '/') + address[end..];
    }

    /// <summary>Whether an absolute address leads to something that a browser does not fetch: a native app, or a script.</summary>
    /// <param name="address">As written in a header or a link; relative ones are of the web.</param>
    public static bool IsForeign(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme is not ("http" or "https" or "about" or "blob" or "file");
}
