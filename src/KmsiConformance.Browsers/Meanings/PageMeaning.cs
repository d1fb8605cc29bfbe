using KmsiConformance.Suite;
using KmsiConformance.Suite.Words;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>
/// Says which part of a page means what. The one place where that is decided: every browser hands in the parts of its page,
/// read in its own way.
/// </summary>
public static class PageMeaning
{
    /// <summary>What was found, by the names of <see cref="Meaning"/>. A page that asks for credentials is
    /// nothing else.</summary>
    /// <param name="parts">The parts that are shown, in the order of the page.</param>
    /// <param name="words">What pages say.</param>
    public static IReadOnlyDictionary<string, Found> Of(IReadOnlyList<PagePart> parts, PageWords words)
    {
        var page = new SeenPage(parts, words);
        var found = Asked(page) ?? Question.Find(page) ?? Notice.Find(page);
        if (SignOutControl.Find(page) is { } signOut) found[Meaning.SignOut] = signOut;
        return found;
    }

    private static Dictionary<string, Found>? Asked(SeenPage page)
    {
        var found = SignInForm.Find(page) ?? CodeForm.Find(page) ?? UserNameForm.Find(page);
        if (found is not null && Notice.Refusal(page) is { } message) found[Meaning.Message] = message;
        return found;
    }
}
