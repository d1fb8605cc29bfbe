using KmsiConformance.Suite.Words;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>A page's parts, with what each says made ready to be compared.</summary>
internal sealed class SeenPage
{
    public SeenPage(IReadOnlyList<PagePart> parts, PageWords words)
    {
        Words = Vocabulary.Of(words);
        Parts = [.. parts.Select((part, place) => new SeenPart(place, part))];
        Headings = [.. Parts.Where(part => part.Role is PartRole.Heading or PartRole.Title)];
        Buttons = [.. Parts.Where(part => part.Role == PartRole.Button && !IsOfCookieBanner(part))];
    }

    public Vocabulary Words { get; }

    public IReadOnlyList<SeenPart> Parts { get; }

    /// <summary>The title and the headings.</summary>
    public IReadOnlyList<SeenPart> Headings { get; }

    /// <summary>The buttons but those of a banner that asks for consent to cookies.</summary>
    public IReadOnlyList<SeenPart> Buttons { get; }

    /// <summary>Whether the page has fields to fill in, whatever they are.</summary>
    public bool HasFields => Parts.Any(part => part.Role is PartRole.TextField or PartRole.Password && !IsOther(part));

    /// <summary>Whether its headings say that it registers, resets or changes something, and none that it signs in.</summary>
    public bool IsForOther => Headings.Any(heading => Words.Rather("other-page", "sign-in", heading.Name) is not null)
        && !Headings.Any(heading => Words.Rather("sign-in", "other-page", heading.Name) is not null);

    /// <summary>What was found, with the phrase that it says.</summary>
    public static Found Found(SeenPart part, Phrase phrase) => new(part.Place, $"it says “{phrase.Text}”");

    /// <summary>Whether a text field is plainly something else, such as a search.</summary>
    public bool IsOther(SeenPart part) =>
        part.Part.Type == "search" || part.Part.Marks.Contains("searchbox", StringComparison.OrdinalIgnoreCase)
        || Words.Find("other-field", part.Spoken) is { } other && other.Weight > Words.Weight("user-name", part.Spoken);

    private bool IsOfCookieBanner(SeenPart part) =>
        Words.Find("cookie-banner", part.Name) is not null || Words.Find("cookie-banner", part.Around) is not null;
}

/// <summary>One part, and what it says.</summary>
internal sealed class SeenPart(int place, PagePart part)
{
    private readonly Lazy<Said> _around = new(() => new Said(part.Within));

    /// <summary>Its place in the page.</summary>
    public int Place => place;

    public PagePart Part => part;

    public string Role => part.Role;

    /// <summary>Its accessible name.</summary>
    public Said Name { get; } = new(part.Name);

    /// <summary>Its accessible name, and the names by which scripts and servers know it.</summary>
    public Said Spoken { get; } = new($"{part.Name} | {part.Field} | {part.Id}");

    /// <summary>What it stands in.</summary>
    public Said Around => _around.Value;
}
