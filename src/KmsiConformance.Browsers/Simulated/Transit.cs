using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using KmsiConformance.Browsers.Simulated.Forms;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Sites.Pages;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>
/// Pages that leave by themselves: by a refresh at once, by a form that posts itself, or, for a page that leaves by
/// script, by the link that the recipe names.
/// </summary>
internal static partial class Transit
{
    /// <summary>The request by which the page leaves; null when it stays.</summary>
    /// <exception cref="TimeoutException">The recipe says that it leaves, but nothing says whereto.</exception>
    public static FetchRequest? Next(Page page, PageSigns signs, Destination destination)
    {
        if (Refresh(page) is { } refreshed) return new FetchRequest(refreshed, HttpMethod.Get, destination, page, page.Embedder);
        if (page.First(signs.InTransit, visible: false) is not { } sign) return null;

        if (sign is IHtmlFormElement form)
        {
            if (form.HasAttribute(FragmentRelay.Attribute)) FillFromFragment(form, page.Url);
            FillAsScriptsDo(form, signs);
            if (FormSubmission.Of(page, form, submitter: null, destination) is { } posted) return posted;
        }
        else if (page.First(signs.LeavesBy, visible: false)?.GetAttribute("href") is { } reference)
        {
            if (WebAddress.IsForeign(reference)) throw new LeftTheWebException(reference);
            if (page.Resolve(reference) is { } link) return new FetchRequest(link, HttpMethod.Get, destination, page, page.Embedder);
        }

        throw new TimeoutException(
            $"{page.Url.AbsoluteUri} is on its way elsewhere, but by script, and this browser runs none. Give the recipe a selector for "
            + "the link under 'leaves-by', or use another browser.");
    }

    /// <summary>A refresh that waits is one that a person may see and stop; only one without delay is part of the way.</summary>
    private static Uri? Refresh(Page page)
    {
        var content = page.Html.QuerySelectorAll("meta[http-equiv]")
            .FirstOrDefault(meta =>
                string.Equals(meta.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content")
            ?? page.Header("Refresh");
        if (content is null || RefreshForm().Match(content) is not { Success: true } match) return null;
        if (!double.TryParse(match.Groups["delay"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var delay)
            || delay >= 1)
            return null;
        return page.Resolve(match.Groups["url"].Value.Trim().Trim('\'', '"'));
    }

    private static void FillAsScriptsDo(IHtmlFormElement form, PageSigns signs)
    {
        foreach (var (selector, value) in signs.ScriptFills)
        {
            foreach (var field in form.QuerySelectorAll(selector)) field.SetAttribute("value", value);
        }
    }

    private static void FillFromFragment(IHtmlFormElement form, Uri url)
    {
        foreach (var pair in url.Fragment.TrimStart('#').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
            var input = form.Owner!.CreateElement("input");
            input.SetAttribute("type", "hidden");
            input.SetAttribute("name", Decoded(name));
            input.SetAttribute("value", Decoded(value));
            form.AppendChild(input);
        }
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(@"^\s*(?<delay>[\d.]+)\s*[;,]?\s*url\s*=\s*(?<url>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex RefreshForm();
}
