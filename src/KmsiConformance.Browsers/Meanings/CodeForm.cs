using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds the form that asks for a one-time code, after the password or in its place.</summary>
internal static class CodeForm
{
    private const string OneTimeCode = "one-time-code";

    /// <summary>The parts of the form; null when the page has none, or wants each digit in a field of its own.</summary>
    public static Dictionary<string, Found>? Find(SeenPage page)
    {
        var codes = page.Parts.Where(part => part.Part.Usable && part.Role is PartRole.TextField or PartRole.Password)
            .Select(part => (Part: part, Why: Reason(page, part))).Where(one => one.Why is not null).ToList();
        if (codes.Count != 1) return null;
        var (code, why) = codes[0];
        if (Verify(page, code) is not { } verify) return null;
        return new Dictionary<string, Found>(StringComparer.Ordinal)
        {
            [Meaning.SecondFactor] = new(code.Place, why!),
            [$"{Meaning.SecondFactor}.field"] = new(code.Place, why!),
            [$"{Meaning.SecondFactor}.verify"] = verify,
        };
    }

    private static string? Reason(SeenPage page, SeenPart field)
    {
        if (field.Part.Autocomplete.Split(' ').Contains(OneTimeCode)) return $"its autocomplete is {OneTimeCode}";
        return page.Words.Find(OneTimeCode, field.Spoken) is { } phrase ? $"it says “{phrase.Text}”" : null;
    }

    private static Found? Verify(SeenPage page, SeenPart code)
    {
        foreach (var button in FormParts.Buttons(page, code.Part.Form))
            if (page.Words.Rather("verify", "other-button", button.Name) is { } phrase) return SeenPage.Found(button, phrase);
        return FormParts.Submit(page, code.Part.Form, code.Place);
    }
}
