using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KmsiConformance.Browsers.Meanings;
using KmsiConformance.Browsers.Simulated.Forms;
using KmsiConformance.Suite.Words;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>Reads the parts of a page as a person meets them: the same that Pages/page-parts.js reads in a driven browser.</summary>
internal static partial class PartsOfPage
{
    private const int Limit = 300;
    private const int Most = 600;

    private const string Inside =
        "label, button, a, option, script, style, noscript, template, [role=button], h1, h2, h3, legend, [role=heading]";

    private const string Sections =
        "form, dialog, section, aside, footer, header, nav, [role=dialog], [role=alertdialog], [role=region]";

    /// <summary>The elements of the page by what they mean.</summary>
    public static IReadOnlyDictionary<string, MeantElement> Meanings(IHtmlDocument page, PageWords words)
    {
        var (parts, elements) = Read(page);
        return PageMeaning.Of(parts, words).Where(found => elements[found.Value.Part] is not null).ToDictionary(
            found => found.Key, found => new MeantElement(elements[found.Value.Part]!, found.Value.Why), StringComparer.Ordinal);
    }

    /// <summary>The tag that begins an element, without what is typed in there.</summary>
    public static string Tag(IElement element)
    {
        var shell = (IElement)element.Clone(deep: false);
        shell.RemoveAttribute("value");
        shell.RemoveAttribute("style");
        var html = shell.OuterHtml;
        var end = html.LastIndexOf("</", StringComparison.Ordinal);
        return end > 0 ? html[..end] : html;
    }

    /// <summary>The label or the text of an element, one line.</summary>
    public static string NameOf(IElement element) => Squeeze(RoleOf(element) switch
    {
        PartRole.Button => ButtonName(element),
        PartRole.TextField or PartRole.Password or PartRole.Box => FieldName(element),
        _ => Visibility.TextOf(element),
    });

    private static (List<PagePart> Parts, List<IElement?> Elements) Read(IHtmlDocument page)
    {
        List<PagePart> parts = [new PagePart(PartRole.Title, Squeeze(page.Title))];
        List<IElement?> elements = [null];
        if (page.Body is null || page.QuerySelector("meta[name=\"kmsi-page\"][content=\"app\"]") is not null) return (parts, elements);
        List<IElement> forms = [.. page.Forms];
        foreach (var element in page.Body.QuerySelectorAll("*"))
        {
            if (parts.Count >= Most) break;
            if (RoleOf(element) is not { } role || (role == PartRole.Text && (!HasOwnText(element) || element.Closest(Inside) is not null)))
                continue;

            // A box is often drawn by its label, and is itself not to be seen.
            var shown = Visibility.IsVisible(element) ? element
                : role == PartRole.Box ? Labels(element).FirstOrDefault(Visibility.IsVisible) : null;
            if (shown is null) continue;
            parts.Add(Part(element, role, forms));
            elements.Add(shown);
        }

        return (parts, elements);
    }

    private static PagePart Part(IElement element, string role, List<IElement> forms)
    {
        var isField = role is PartRole.TextField or PartRole.Password or PartRole.Box;
        var isControl = isField || role == PartRole.Button;
        var name = role switch
        {
            PartRole.TextField or PartRole.Password or PartRole.Box => FieldName(element),
            PartRole.Button => ButtonName(element),
            _ => Or(Named(element), Visibility.TextOf(element)),
        };
        return new PagePart(role, Squeeze(name))
        {
            Type = isControl ? TypeOf(element) : "",
            Autocomplete = isField ? Lower(element, "autocomplete") : "",
            Field = isControl ? element.GetAttribute("name") ?? "" : "",
            Id = element.Id ?? "",
            Form = FormFields.FormOf(element) is { } form ? forms.IndexOf(form) : -1,
            Marks = Marks(element),
            Within = Within(element),
            Usable = !isField || !(element.HasAttribute("disabled") || element.HasAttribute("readonly")),
        };
    }

    private static string? RoleOf(IElement element) => (Lower(element, "role"), element.LocalName) switch
    {
        ("button", _) => PartRole.Button,
        ("checkbox" or "switch", _) => PartRole.Box,
        ("heading", _) or (_, "h1" or "h2" or "h3" or "legend") => PartRole.Heading,
        (_, "button") => PartRole.Button,
        (_, "a") => element.HasAttribute("href") ? PartRole.Link : PartRole.Text,
        (_, not "input") => PartRole.Text,
        _ => TypeOf(element) switch
        {
            "password" => PartRole.Password,
            "checkbox" => PartRole.Box,
            "submit" or "button" or "image" => PartRole.Button,
            "text" or "email" or "tel" or "number" or "search" or "url" => PartRole.TextField,
            _ => null,
        },
    };

    // As browsers have it: a button submits, an input takes text.
    private static string TypeOf(IElement element) => (element.LocalName, Lower(element, "type")) switch
    {
        ("button", "button" or "reset") => Lower(element, "type"),
        ("button", _) => "submit",
        ("input", "") => "text",
        ("input", var type) => type,
        _ => "",
    };

    private static string Named(IElement element)
    {
        var by = string.Join(' ', (element.GetAttribute("aria-labelledby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => element.Owner?.GetElementById(id)?.TextContent ?? "")).Trim();
        return Or(by, element.GetAttribute("aria-label") ?? "").Trim();
    }

    private static string FieldName(IElement element) => Or(
        Named(element), string.Join(' ', Labels(element).Select(label => label.TextContent)).Trim(),
        element.GetAttribute("placeholder") ?? "", element.GetAttribute("title") ?? "");

    private static string ButtonName(IElement element) => Or(
        Named(element),
        element.LocalName == "input"
            ? Or(element.GetAttribute("value") ?? "", element.GetAttribute("alt") ?? "", TypeOf(element) == "submit" ? "Submit" : "")
            : Or(
                Visibility.TextOf(element),
                string.Join(' ', element.QuerySelectorAll("img[alt]").Select(image => image.GetAttribute("alt")))),
        element.GetAttribute("title") ?? "");

    private static IEnumerable<IElement> Labels(IElement element) =>
        (element.Owner?.QuerySelectorAll("label") ?? Enumerable.Empty<IElement>()).Where(label => FormFields.Labelled(label) == element);

    private static string Marks(IElement element) => Squeeze(string.Join(' ', Upwards(element)
        .TakeWhile(at => at.LocalName is not ("body" or "form" or "main" or "html")).Take(3)
        .SelectMany(at => new[] { at.GetAttribute("role"), at.GetAttribute("aria-live"), at.ClassName, at.Id })));

    private static string Within(IElement element)
    {
        var names = Upwards(element).Skip(1).TakeWhile(at => at.LocalName != "body")
            .SelectMany(at => new[] { at.Id, at.ClassName, at.GetAttribute("aria-label") });
        var section = element.Closest(Sections) ?? element.ParentElement?.ParentElement;
        var text = section is null or { LocalName: "body" } ? "" : section.TextContent;
        return $"{Squeeze(string.Join(' ', names))} | {Squeeze(text)}";
    }

    private static IEnumerable<IElement> Upwards(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement) yield return at;
    }

    private static bool HasOwnText(IElement element) =>
        element.ChildNodes.OfType<IText>().Any(text => !string.IsNullOrWhiteSpace(text.Data));

    private static string Lower(IElement element, string attribute) => (element.GetAttribute(attribute) ?? "").Trim().ToLowerInvariant();

    private static string Or(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0) return text;
        return "";
    }

    private static string Squeeze(string? text)
    {
        var squeezed = Blanks().Replace(text ?? "", " ").Trim();
        return squeezed.Length > Limit ? squeezed[..Limit] : squeezed;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}

/// <summary>An element that means something, and what says so.</summary>
internal sealed record MeantElement(IElement Element, string Why);
