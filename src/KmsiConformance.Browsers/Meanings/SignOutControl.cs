using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>Finds the button or link by which whoever is signed in signs out.</summary>
internal static class SignOutControl
{
    /// <summary>The control; null where there is none.</summary>
    public static Found? Find(SeenPage page) => page.Buttons
        .Concat(page.Parts.Where(part => part.Role == PartRole.Link))
        .Where(part => Says(page.Words, part.Name))
        .Select(part => SeenPage.Found(part, page.Words.Find(Meaning.SignOut, part.Name)!))
        .FirstOrDefault();

    // Nothing else: help about signing out, and the answer to a question, are shown to others too.
    private static bool Says(Vocabulary words, Said name) => words.IsAll(Meaning.SignOut, name) && !words.IsAll("yes", name);
}
