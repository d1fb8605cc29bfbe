using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Worlds.Browsers.Simulated;

/// <summary>A <see cref="PageAction"/> in a browser that runs no scripts: forms and links only.</summary>
internal static class SimulatedAction
{
    /// <summary>Fills the page in and answers with the request that pressing sends.</summary>
    /// <exception cref="ControlMissingException">A control is missing, or would need a script.</exception>
    public static FetchRequest Do(Page page, PageAction action, Destination destination)
    {
        var pressed = Find(page, action.Press);
        foreach (var (field, text) in action.Types)
            if (FormFields.Labelled(Find(page, field)) is IHtmlInputElement input) input.Value = text;
        foreach (var (box, ticked) in action.Ticks)
            if (FormFields.Labelled(Find(page, box)) is IHtmlInputElement input) input.IsChecked = ticked;

        if (pressed is IHtmlAnchorElement link && page.Resolve(link.GetAttribute("href")) is { } target)
            return new FetchRequest(target, HttpMethod.Get, destination, page, page.Embedder);
        return (FormFields.FormOf(pressed) is { } form ? FormSubmission.Of(page, form, FormFields.IsSubmitButton(pressed) ? pressed : FormFields.DefaultButton(form), destination) : null)
            ?? throw new ControlMissingException(
                $"{page.Url.AbsoluteUri} needs a script for its {action.Press.What}, and this browser runs none. Use another browser.");
    }

    private static IElement Find(Page page, PageControl control) => page.First(control.Selectors) ?? throw control.Missing(page.Url.AbsoluteUri);
}
