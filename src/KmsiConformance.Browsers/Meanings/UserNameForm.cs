using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds the form that asks for the user name alone, before a page for the password.</summary>
internal static class UserNameForm
{
    /// <summary>The parts of the form; null when no form of the page is for that.</summary>
    public static Dictionary<string, Found>? Find(SeenPage page)
    {
        if (page.IsForOther) return null;
        foreach (var form in page.Parts.Where(part => part.Role == PartRole.TextField).Select(part => part.Part.Form).Distinct())
        {
            if (FormParts.UserName(page, form, password: null) is not { } user) continue;
            if (FormParts.Submit(page, form, user.Part) is not { } submit) continue;
            if (!SaysSoItself(page, page.Parts[user.Part], page.Parts[submit.Part])) continue;
            var found = new Dictionary<string, Found>(StringComparer.Ordinal)
            {
                [Meaning.UserNameFirst] = user, [Meaning.UserName] = user, [Meaning.Submit] = submit,
            };
            if (FormParts.Box(page, form) is { } box) found[Meaning.KeepMeSignedIn] = box;
            return found;
        }

        return null;
    }

    // Of itself a field for an address with a button says little: a newsletter has the same.
    private static bool SaysSoItself(SeenPage page, SeenPart user, SeenPart submit)
    {
        if (page.Words.Rather("sign-in", "other-button", submit.Name) is not null) return true;
        if (page.Words.Rather("next", "other-button", submit.Name) is null) return false;
        return user.Part.Autocomplete.Split(' ').Contains("username")
            || page.Headings.Any(heading => page.Words.Rather("sign-in", "other-page", heading.Name) is not null);
    }
}
