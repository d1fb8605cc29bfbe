namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds user name, button and box of a form that signs in.</summary>
internal static class FormParts
{
    /// <summary>The buttons of a form. Those without a form are everybody's, for scripts often leave forms out.</summary>
    public static IEnumerable<SeenPart> Buttons(SeenPage page, int form)
    {
        List<SeenPart> own = [.. page.Buttons.Where(button => button.Part.Form == form)];
        return own.Count > 0 ? own : page.Buttons.Where(button => button.Part.Form < 0);
    }

    /// <summary>The field for the user name; null for a form that asks for a password alone.</summary>
    /// <param name="password">The form's password; null for a form that has none.</param>
    public static Found? UserName(SeenPage page, int form, SeenPart? password)
    {
        var candidates = page.Parts
            .Where(part => part.Role == PartRole.TextField && part.Part.Form == form && part.Part.Usable && part != password)
            .Where(part => part.Part.Autocomplete is not ("one-time-code" or "current-password") && !page.IsOther(part))
            .Select(part => (Part: part, Reason: Reason(page, part, password)))
            .Where(one => one.Reason.Score > 0)
            .ToList();
        if (candidates.Count == 0) return null;
        var (part, reason) = candidates.MaxBy(one => one.Reason.Score);
        return new Found(part.Place, reason.Why);
    }

    /// <summary>The button that sends the form.</summary>
    /// <param name="after">The last field; a button that comes later is rather the one.</param>
    public static Found? Submit(SeenPage page, int form, int after)
    {
        var candidates = Buttons(page, form).Select(button => (Button: button, Reason: Reason(page, button, after)))
            .Where(one => one.Reason.Score > 0).ToList();
        if (candidates.Count == 0) return null;
        var (button, reason) = candidates.MaxBy(one => one.Reason.Score);
        return new Found(button.Place, reason.Why);
    }

    /// <summary>The box that keeps somebody signed in.</summary>
    public static Found? Box(SeenPage page, int form)
    {
        var boxes = page.Parts
            .Where(part => part.Role == PartRole.Box && part.Part.Usable && (part.Part.Form == form || part.Part.Form < 0))
            .Select(part => (Part: part, Phrase: page.Words.Find("remember", part.Spoken)))
            .Where(one => one.Phrase is not null && one.Phrase.Weight >= page.Words.Weight("other-box", one.Part.Spoken))
            .ToList();
        if (boxes.Count == 0) return null;
        var (box, phrase) = boxes.MaxBy(one => one.Phrase!.Weight);
        return SeenPage.Found(box, phrase!);
    }

    private static (int Score, string Why) Reason(SeenPage page, SeenPart field, SeenPart? password)
    {
        if (field.Part.Autocomplete.Split(' ').Contains("username")) return (100, "its autocomplete is username");
        var before = password is null || field.Place < password.Place ? 5 : 0;
        if (page.Words.Find("user-name", field.Name) is { } label) return (50 + before, $"its label says “{label.Text}”");
        if (page.Words.Find("user-name", field.Spoken) is { } name) return (40 + before, $"its name or id says “{name.Text}”");
        if (field.Part.Type == "email" || field.Part.Autocomplete.Split(' ').Contains("email"))
            return (30 + before, "it is for an address");
        return password is not null && before > 0 ? (before, "it is the field before the password") : (0, "");
    }

    private static (int Score, string Why) Reason(SeenPage page, SeenPart button, int after)
    {
        var score = (button.Place > after ? 5 : 0) + (button.Part.Type == "submit" ? 10 : 0);
        if (page.Words.IsAll("sign-in", button.Name)) return (100 + score, $"it says “{button.Part.Name}”");
        if (page.Words.Rather("sign-in", "other-button", button.Name) is { } signIn) return (60 + score, $"it says “{signIn.Text}”");

        // Going on is said by many buttons that do something else as well.
        if (page.Words.Find("other-button", button.Name) is not null || page.Words.Find("other-page", button.Name) is not null)
            return (0, "");
        if (page.Words.Find("next", button.Name) is { } next) return (40 + score, $"it says “{next.Text}”");
        return button.Part.Type == "submit" ? (score, "it submits the form") : (0, "");
    }
}
