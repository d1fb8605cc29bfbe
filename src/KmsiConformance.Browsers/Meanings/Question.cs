using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds the questions that come before and after a sign-in.</summary>
internal static class Question
{
    /// <summary>The question that the page asks, with its answers; null when it asks none that is known.</summary>
    public static Dictionary<string, Found>? Find(SeenPage page)
    {
        if (page.HasFields || page.Buttons.Count == 0) return null;
        return StaySignedIn(page)
            ?? Ask(page, Meaning.ConfirmSignOut, "sign-out-question", anywhere: true,
                ("yes", "sign-out", "stay"), ("no", "stay", "sign-out"))
            ?? Ask(page, Meaning.ConfirmSignOut, "sign-out-question", anywhere: true,
                ("yes", "accept", "refuse"), ("no", "refuse", "accept"))
            ?? SelectAccount(page)
            ?? Ask(page, Meaning.Consent, "consent", anywhere: true, ("accept", "accept", "refuse"), ("cancel", "refuse", "accept"));
    }

    private static Dictionary<string, Found>? StaySignedIn(SeenPage page)
    {
        if (Ask(page, Meaning.StaySignedIn, "remember", anywhere: false, ("yes", "yes", "no"), ("no", "no", "yes")) is not { } found
            || !found.ContainsKey($"{Meaning.StaySignedIn}.no"))
            return null;
        if (page.Parts.FirstOrDefault(part => part.Role == PartRole.Box) is { } box)
            found[$"{Meaning.StaySignedIn}.box"] = new Found(box.Place, "it is the box of that question");
        return found;
    }

    private static Dictionary<string, Found>? SelectAccount(SeenPage page)
    {
        if (Asked(page, "choose-account", anywhere: false) is not { } asked) return null;
        var other = Answer(page, "other-account", "refuse");
        var current = page.Buttons.FirstOrDefault(button =>
            button.Place != other?.Part && page.Words.Find("other-account", button.Name) is null
            && page.Words.Find("refuse", button.Name) is null && (other is null || button.Part.Form == page.Parts[other.Part].Part.Form));
        if (current is null) return null;
        var found = new Dictionary<string, Found>(StringComparer.Ordinal)
        {
            [Meaning.SelectAccount] = asked,
            [$"{Meaning.SelectAccount}.current"] = new(current.Place, "it is the first of the accounts"),
        };
        if (other is not null) found[$"{Meaning.SelectAccount}.other"] = other;
        return found;
    }

    // The first answer must be there, or the words are only talk.
    private static Dictionary<string, Found>? Ask(
        SeenPage page, string meaning, string key, bool anywhere,
        (string Name, string Key, string Not) first, (string Name, string Key, string Not) second)
    {
        if (Asked(page, key, anywhere) is not { } asked || Answer(page, first.Key, first.Not) is not { } yes) return null;
        var found = new Dictionary<string, Found>(StringComparer.Ordinal) { [meaning] = asked, [$"{meaning}.{first.Name}"] = yes };
        if (Answer(page, second.Key, second.Not) is { } no && no.Part != yes.Part) found[$"{meaning}.{second.Name}"] = no;

        // What only a text says is a question where both answers are there.
        return page.Parts[asked.Part].Role == PartRole.Text && key != "sign-out-question" && found.Count < 3 ? null : found;
    }

    private static Found? Asked(SeenPage page, string key, bool anywhere)
    {
        // A title cannot be pointed at.
        var places = page.Parts.Where(part => part.Role == PartRole.Heading || (anywhere && part.Role == PartRole.Text))
            .Concat(page.Headings.Where(heading => heading.Role == PartRole.Title));
        foreach (var part in places)
        {
            if (page.Words.Find(key, part.Name) is not { } phrase) continue;
            var shown = part.Role == PartRole.Title ? page.Parts.FirstOrDefault(one => one.Role != PartRole.Title) : part;
            if (shown is not null) return SeenPage.Found(shown, phrase);
        }

        return null;
    }

    private static Found? Answer(SeenPage page, string key, string not)
    {
        var answers = page.Buttons.Concat(page.Parts.Where(part => part.Role == PartRole.Link))
            .Select(part => (Part: part, Phrase: page.Words.Rather(key, not, part.Name)))
            .Where(one => one.Phrase is not null && page.Words.Weight(not, one.Part.Name) <= one.Phrase.Weight)
            .OrderByDescending(one => one.Part.Role == PartRole.Button)
            .ThenByDescending(one => page.Words.IsAll(key, one.Part.Name))
            .ThenByDescending(one => one.Phrase!.Weight)
            .ToList();
        return answers.Count == 0 ? null : SeenPage.Found(answers[0].Part, answers[0].Phrase!);
    }
}
