using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;

namespace KmsiConformance.Worlds;

/// <summary>
/// Pages of the stranger's site that make a browser send what somebody else was about to send: a link, or a form with all its fields. To
/// the browser the request comes from another site, and its rules for cookies apply.
/// </summary>
internal sealed class StrangersPages
{
    /// <summary>What the user of the browser is brought to press.</summary>
    public static readonly Control Press = new("link or button on the stranger's page", null, ["#press-here"]);

    private readonly ConcurrentDictionary<string, string> _pages = new(StringComparer.Ordinal);

    /// <summary>The page at a path; null where there is none.</summary>
    public string? At(string path) => _pages.GetValueOrDefault(path);

    /// <summary>Makes a page.</summary>
    /// <returns>Its path.</returns>
    public string Add(HeldRequest held)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/page/{_pages.Count + 1}");
        _pages[path] = "<!doctype html><meta name=\"kmsi-page\" content=\"app\"><title>Stranger</title>"
            + (held.Method == HttpMethod.Post.Method
                ? Form(held)
                : $"<a id=\"press-here\" href=\"{Text(held.Url.AbsoluteUri)}\">Go on</a>");
        return path;
    }

    private static string Form(HeldRequest held)
    {
        var form = new StringBuilder($"<form method=\"post\" action=\"{Text(held.Url.AbsoluteUri)}\" enctype=\"{Text(held.Enctype)}\">");
        foreach (var (name, value) in held.Fields)
            form.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{Text(name)}\" value=\"{Text(value)}\">");
        return form.Append("<button id=\"press-here\">Go on</button></form>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
