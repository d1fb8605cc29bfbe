using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KmsiConformance.Browsers.Simulated.Forms;

/// <summary>The controls of a form and what they contribute (HTML standard, 4.10.21).</summary>
internal static class FormFields
{
    /// <summary>The form that a control belongs to: the one it names, else the one around it.</summary>
    public static IHtmlFormElement? FormOf(IElement control) => control.GetAttribute("form") is { } id
        ? control.Owner?.GetElementById(id) as IHtmlFormElement
        : control.Closest("form") as IHtmlFormElement;

    /// <summary>The control that a label stands for; any other element stands for itself.</summary>
    public static IElement Labelled(IElement element)
    {
        if (element.LocalName != "label") return element;
        return element.GetAttribute("for") is { } id
            ? element.Owner?.GetElementById(id) ?? element
            : element.QuerySelector("input, select, textarea, button") ?? element;
    }

    public static bool IsSubmitButton(IElement element) => element.LocalName switch
    {
        "button" => Type(element) is not ("button" or "reset"),
        "input" => Type(element) is "submit" or "image",
        _ => false,
    };

    /// <summary>The button that the Enter key presses; null when the form has none.</summary>
    public static IElement? DefaultButton(IHtmlFormElement form) => ControlsOf(form).FirstOrDefault(IsSubmitButton);

    /// <summary>What is sent, in the order of the page.</summary>
    /// <param name="submitter">The button that was pressed; the others are not sent.</param>
    public static IReadOnlyList<(string Name, string Value)> Entries(IHtmlFormElement form, IElement? submitter)
    {
        var entries = new List<(string, string)>();
        foreach (var control in ControlsOf(form))
        {
            if (IsDisabled(control) || control.Closest("datalist") is not null) continue;
            var name = control.GetAttribute("name") ?? "";
            var isSubmitter = ReferenceEquals(control, submitter);
            if (control.LocalName == "input" && Type(control) == "image")
            {
                if (isSubmitter)
                    entries.AddRange([(name.Length == 0 ? "x" : $"{name}.x", "0"), (name.Length == 0 ? "y" : $"{name}.y", "0")]);
            }
            else if (name.Length > 0)
            {
                entries.AddRange(Values(control, isSubmitter).Select(value => (name, value)));
            }
        }

        return entries;
    }

    private static IEnumerable<string> Values(IElement control, bool isSubmitter) => control switch
    {
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected && !option.IsDisabled).Select(option => option.Value),
        IHtmlTextAreaElement area => [NewLines(area.Value)],
        IHtmlInputElement { IsChecked: false } when Type(control) is "checkbox" or "radio" => [],
        IHtmlInputElement input when Type(control) is "checkbox" or "radio" => [input.GetAttribute("value") ?? "on"],
        IHtmlInputElement when Type(control) is "button" or "reset" or "file" => [],
        IHtmlInputElement input when Type(control) is "submit" => isSubmitter ? [input.GetAttribute("value") ?? ""] : [],
        IHtmlInputElement input => [input.Value],
        _ => isSubmitter ? [control.GetAttribute("value") ?? ""] : [],
    };

    private static IEnumerable<IElement> ControlsOf(IHtmlFormElement form) =>
        (form.Owner?.QuerySelectorAll("input, button, select, textarea") ?? Enumerable.Empty<IElement>()).Where(control =>
            ReferenceEquals(FormOf(control), form));

    private static bool IsDisabled(IElement control) =>
        control.HasAttribute("disabled") || control.Closest("fieldset[disabled]") is not null;

    private static string Type(IElement control) => control.GetAttribute("type")?.ToLowerInvariant() ?? "";

    private static string NewLines(string text) => text.ReplaceLineEndings("\r\n");
}
