using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>
/// Whether an element can be seen, as far as that can be told without style sheets: by the attribute <c>hidden</c>,
/// inline styles, and elements that are never shown.
/// </summary>
internal static partial class Visibility
{
    private static readonly HashSet<string> NeverShown = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "noscript", "template", "title", "meta", "link", "datalist",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "tr", "ul",
    };

    public static bool IsVisible(IElement element)
    {
        for (var part = element; part is not null; part = part.ParentElement)
            if (IsHidden(part)) return false;
        return true;
    }

    /// <summary>The text that can be seen, one line for each block.</summary>
    public static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return string.Join(
            '\n', text.ToString().Split('\n').Select(line => Blanks().Replace(line, " ").Trim()).Where(line => line.Length > 0));
    }

    private static bool IsHidden(IElement element) =>
        NeverShown.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.LocalName == "input" && string.Equals(element.GetAttribute("type"), "hidden", StringComparison.OrdinalIgnoreCase))
        || (element.LocalName == "dialog" && !element.HasAttribute("open"))
        || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data.ReplaceLineEndings(" "));
            }
            else if (child is IElement element && !IsHidden(element))
            {
                var isBlock = Blocks.Contains(element.LocalName);
                if (isBlock) text.Append('\n');
                Append(element, text);
                if (isBlock) text.Append('\n');
            }
        }
    }

    [GeneratedRegex(@"(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(\.0+)?\s*(;|!|$))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
