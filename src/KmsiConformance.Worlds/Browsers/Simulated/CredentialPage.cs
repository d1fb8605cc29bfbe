using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KmsiConformance.Worlds.Browsers.Simulated;

/// <summary>The credential page that is shown: its controls, found and filled in the way a user does it.</summary>
internal sealed class CredentialPage(Page page, PageSigns signs)
{
    public Page Page => page;

    public IElement UserName { get; private set; } = null!;

    public IElement Password { get; private set; } = null!;

    /// <summary>What the recipe calls the button; a form here means the Enter key.</summary>
    public IElement Submit { get; private set; } = null!;

    /// <summary>Whether the box is ticked; false when there is none.</summary>
    public bool IsTicked => Box() is IHtmlInputElement { IsChecked: true };

    /// <summary>Finds all controls first, then fills them in.</summary>
    /// <exception cref="ControlMissingException">A control that is to be used is not visible.</exception>
    public void Fill(Credentials credentials)
    {
        UserName = Require("user name field", signs.UserName);
        Password = Require("password field", signs.Password);
        Submit = Require("button that sends the credentials", signs.Submit);
        if (credentials.KeepMeSignedIn is { } ticked)
        {
            var box = FormFields.Labelled(Require("keep-me-signed-in box", signs.KeepMeSignedIn));
            if (box is IHtmlInputElement input) input.IsChecked = ticked;
        }

        Type(UserName, credentials.UserName);
        Type(Password, credentials.Password);
    }

    /// <summary>The request of an ordinary form.</summary>
    /// <exception cref="ControlMissingException">The page needs a script to send what was typed.</exception>
    public FetchRequest Press(Cookies.Requests.Destination destination)
    {
        var form = Submit as IHtmlFormElement ?? FormFields.FormOf(Submit);
        var button = FormFields.IsSubmitButton(Submit) ? Submit : form is null ? null : FormFields.DefaultButton(form);
        return (form is null ? null : FormSubmission.Of(page, form, button, destination))
            ?? throw new ControlMissingException(
                $"{page.Url.AbsoluteUri} sends its credentials by script, and this browser runs none. Give the recipe the script's calls under 'wire', or use another browser.");
    }

    private IElement? Box() => page.First(signs.KeepMeSignedIn) is { } found ? FormFields.Labelled(found) : null;

    private IElement Require(string what, IReadOnlyList<string> tried) => page.First(tried)
        ?? throw new ControlMissingException(
            $"{page.Url.AbsoluteUri} shows no {what}; tried {(tried.Count == 0 ? "nothing, the recipe gives no selector" : string.Join(", ", tried))}.");

    private static void Type(IElement field, string text)
    {
        if (FormFields.Labelled(field) is IHtmlInputElement input) input.Value = text;
    }
}
