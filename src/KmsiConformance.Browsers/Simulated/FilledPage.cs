using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KmsiConformance.Browsers.Simulated.Forms;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>The page that is shown: its controls found and filled in the way a user does it.</summary>
internal sealed class FilledPage
{
    private readonly IElement _press;

    /// <summary>Finds all controls first, then fills them in.</summary>
    /// <exception cref="ControlMissingException">A control that is to be used is not visible.</exception>
    public FilledPage(Page page, PageEntry entry)
    {
        Page = page;
        Entry = entry;
        Fields = [.. entry.Fields.Select(field => Require(field.Control))];

        // What the recipe calls the button may be a form: that means the Enter key.
        _press = Require(entry.Press);
        if (entry.Box is { } box && FormFields.Labelled(Require(box.Control)) is IHtmlInputElement input)
            input.IsChecked = box.Ticked;

        foreach (var (field, text) in Fields.Zip(entry.Fields.Select(field => field.Text)))
            if (FormFields.Labelled(field) is IHtmlInputElement typed) typed.Value = text;
    }

    public Page Page { get; }

    public PageEntry Entry { get; }

    /// <summary>The fields, in the order of the entry.</summary>
    public IReadOnlyList<IElement> Fields { get; }

    /// <summary>The request of an ordinary form.</summary>
    /// <exception cref="ControlMissingException">The page needs a script to send what was typed.</exception>
    public FetchRequest Press(Cookies.Requests.Destination destination)
    {
        // A link is followed, whatever form it stands in. One to this page alone belongs to a script.
        if (_press.Closest("a[href]:not([href^='#'])") is { } link && Page.Resolve(link.GetAttribute("href")) is { } target)
            return new FetchRequest(target, HttpMethod.Get, destination, Page);
        var form = _press as IHtmlFormElement ?? FormFields.FormOf(_press);
        var button = FormFields.IsSubmitButton(_press) ? _press : form is null ? null : FormFields.DefaultButton(form);
        return (form is null ? null : FormSubmission.Of(Page, form, button, destination))
            ?? throw WirePage.Broken(
                Page, "it sends its credentials by script, which this browser does not run. Give the recipe the calls under 'wire'");
    }

    private IElement Require(Control control) => Page.First(control.Selectors) ?? throw control.Missing(Page.Url.AbsoluteUri);
}
