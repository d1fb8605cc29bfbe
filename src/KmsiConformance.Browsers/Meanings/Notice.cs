using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds what a page only tells: that credentials were refused, that something went wrong, that somebody is signed out.</summary>
internal static class Notice
{
    // As classes, ids and roles call what tells of a mistake, whatever the page's language.
    private static readonly Phrase[] Alarms =
        [.. new[] { "error", "errors", "danger", "invalid", "failure", "failed", "wrong" }.Select(word => new Phrase(word))];

    private static readonly Phrase[] Calls = [.. new[] { "alert", "assertive", "status", "feedback" }.Select(word => new Phrase(word))];
    private static readonly Phrase[] Calm = [.. new[] { "info", "success", "notice" }.Select(word => new Phrase(word))];

    /// <summary>The message after rejected credentials; null when the page shows none.</summary>
    public static Found? Refusal(SeenPage page)
    {
        var told = page.Parts
            .Where(part => part.Role is PartRole.Text or PartRole.Heading && page.Words.Find("cookie-banner", part.Around) is null)
            .Select(part => (Part: part, Reason: Reason(page, part)))
            .Where(one => one.Reason.Score > 0)
            .ToList();
        if (told.Count == 0) return null;
        var (part, reason) = told.MaxBy(one => one.Reason.Score);
        return new Found(part.Place, reason.Why);
    }

    // What is marked and says so is rather meant than what only says so, and that rather than what only calls.
    private static (int Score, string Why) Reason(SeenPage page, SeenPart part)
    {
        var marks = new Said(part.Part.Marks);
        var alarm = Array.Find(Alarms, mark => mark.IsIn(marks));
        var call = Array.Find(Calls, mark => mark.IsIn(marks));
        var phrase = page.Words.Find("refusal", part.Name);
        if (phrase is not null && (alarm ?? call) is { } mark) return (4, $"it is marked as {mark.Text} and says “{phrase.Text}”");
        if (alarm is not null) return (3, $"it is marked as {alarm.Text}");
        if (phrase is { Weight: > 4 } && part.Role == PartRole.Text) return (2, $"it says “{phrase.Text}”");
        return call is { Text: "alert" or "assertive" } && !Array.Exists(Calm, word => word.IsIn(marks))
            ? (1, $"it is marked as {call.Text}") : (0, "");
    }

    /// <summary>What a page tells that asks for nothing.</summary>
    public static Dictionary<string, Found> Find(SeenPage page)
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        if (page.HasFields) return found;
        if (Leaves(page) is var (heading, link))
        {
            found[Meaning.Leaving] = heading;
            found[Meaning.LeavesBy] = link;
            return found;
        }

        if (Told(page, "signed-out", "trouble") is { } signedOut) found[Meaning.SignedOut] = signedOut;
        else if (Told(page, "trouble", "signed-out") is { } trouble) found[Meaning.ErrorPage] = Refusal(page) ?? trouble;
        return found;
    }

    // A page that only says what happens now, and has one link for whoever is not taken on.
    private static (Found Heading, Found Link)? Leaves(SeenPage page)
    {
        List<SeenPart> links = [.. page.Parts.Where(part => part.Role == PartRole.Link)];
        return page.Buttons.Count == 0 && links.Count == 1 && Told(page, "leaving", "signed-out") is { } heading
            ? (heading, new Found(links[0].Place, "it is the only link of a page that leaves"))
            : null;
    }

    private static Found? Told(SeenPage page, string key, string not)
    {
        foreach (var heading in page.Headings)
        {
            if (page.Words.Rather(key, not, heading.Name) is not { } phrase) continue;
            var shown = heading.Role == PartRole.Title ? page.Parts.FirstOrDefault(part => part.Role != PartRole.Title) : heading;
            if (shown is not null) return SeenPage.Found(shown, phrase);
        }

        return null;
    }
}
