using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds the form that asks for user name and password, or for the password of somebody who is known already.</summary>
internal static class SignInForm
{
    /// <summary>The parts of the form; null when the page has none, such as one on which a password is changed.</summary>
    public static Dictionary<string, Found>? Find(SeenPage page)
    {
        var forms = page.Parts.Where(part => IsPassword(page, part)).GroupBy(part => part.Part.Form)
            .Where(form => Asks(page, [.. form]))
            .Select(form => (Password: form.First(), Form: form.Key))
            .ToList();
        if (forms.Count == 0) return null;

        // Of several, the one that says what it is for.
        var (password, number) = forms.MaxBy(form => Score(page, form.Form, form.Password));
        var found = new Dictionary<string, Found>(StringComparer.Ordinal)
        {
            [Meaning.Password] = new(password.Place, password.Role == PartRole.Password ? "its type is password" : "its label and names"),
        };
        if (FormParts.UserName(page, number, password) is { } user) found[Meaning.UserName] = user;
        if (FormParts.Submit(page, number, password.Place) is { } submit) found[Meaning.Submit] = submit;
        if (FormParts.Box(page, number) is { } box) found[Meaning.KeepMeSignedIn] = box;
        return found;
    }

    // A password that is shown as text is one all the same.
    private static bool IsPassword(SeenPage page, SeenPart part) => part.Part.Usable
        && (part.Role == PartRole.Password
            ? part.Part.Autocomplete != "one-time-code"
            : part is { Role: PartRole.TextField, Part.Autocomplete: "current-password" }
                || (part.Role == PartRole.TextField && page.Words.IsAll("password", part.Name)));

    private static bool Asks(SeenPage page, IReadOnlyList<SeenPart> passwords)
    {
        if (passwords.Count != 1) return false;
        var password = passwords[0];
        if (password.Part.Autocomplete.Contains("new-password", StringComparison.Ordinal)) return false;
        if (!password.Part.Autocomplete.Contains("current-password", StringComparison.Ordinal)
            && page.Words.Rather("new-password", "sign-in", password.Spoken) is not null)
            return false;

        // A form all of whose buttons register, reset or change is for that.
        List<SeenPart> buttons = [.. FormParts.Buttons(page, password.Part.Form)];
        List<SeenPart> other = [.. buttons.Where(button => page.Words.Find("other-page", button.Name) is not null)];
        var signsIn = buttons.Exists(button => page.Words.Rather("sign-in", "other-page", button.Name) is not null);
        return signsIn || (other.Count == 0 && !page.IsForOther);
    }

    private static int Score(SeenPage page, int form, SeenPart password)
    {
        var score = password.Part.Autocomplete.Contains("current-password", StringComparison.Ordinal) ? 4 : 0;
        if (FormParts.Box(page, form) is not null) score += 2;
        if (FormParts.UserName(page, form, password) is not null) score += 2;
        if (FormParts.Buttons(page, form).Any(button => page.Words.Rather("sign-in", "other-button", button.Name) is not null)) score += 3;
        return score;
    }
}
