using AngleSharp.Dom;

namespace KmsiConformance.Tests.Reference;

/// <summary>Fills in ordinary forms, as a browser without scripts does.</summary>
internal static class PageForms
{
    /// <summary>Submits the page's form with one of its buttons; unticked boxes stay unticked.</summary>
    public static Task<Reply> SubmitAsync(
        this Visitor visitor, string origin, Reply page, string button, params (string Name, string Value)[] typed)
    {
        var form = page.Page!.QuerySelector("form")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(Field).Where(field => typed.All(other => other.Name != field.Name))
            .Concat(typed);
        if (page.Page!.QuerySelector(button) is { } pressed && pressed.HasAttribute("name")) fields = fields.Append(Field(pressed));
        return visitor.PostAsync(new Uri(new Uri(origin), form.GetAttribute("action")!).AbsoluteUri, [.. fields]);
    }

    private static (string Name, string Value) Field(IElement control) =>
        (control.GetAttribute("name")!, control.GetAttribute("value") ?? "");
}
