using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>The settings that a page hands to its script as a global, and templates filled from them.</summary>
internal sealed partial class PageSettings(Page page, JsonElement settings, IReadOnlyDictionary<string, string> extra)
{
    /// <summary>Looks for <c>NAME = {…}</c> in the page's scripts; null when there is none.</summary>
    public static PageSettings? Of(Page page, string name, IReadOnlyDictionary<string, string> extra)
    {
        foreach (var script in page.Html.Scripts.Select(script => script.Text))
        {
            var match = Regex.Match(script, $@"(?<![\w$.]){Regex.Escape(name)}\s*=\s*(?=\{{)", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (match.Success && Read(script[(match.Index + match.Length)..]) is { } found) return new PageSettings(page, found, extra);
        }

        return null;
    }

    /// <summary>Fills a template: <c>{name}</c> percent-encoded, <c>{+name}</c> as it is.</summary>
    /// <exception cref="ControlMissingException">The page's settings lack the name.</exception>
    public string Fill(string template) => Placeholder().Replace(template, match =>
    {
        var value = Value(match.Groups["name"].Value);
        return match.Groups["raw"].Length > 0 ? value : Uri.EscapeDataString(value);
    });

    private string Value(string path)
    {
        if (extra.TryGetValue(path, out var given)) return given;
        var found = settings;
        foreach (var name in path.Split('.'))
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                throw WirePage.Broken(page, $"its settings have no '{path}', which the recipe's wire calls need");
        }

        return found.ToString();
    }

    // What follows the object in the script is of no interest.
    private static JsonElement? Read(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\{(?<raw>\+?)(?<name>[\w.]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
