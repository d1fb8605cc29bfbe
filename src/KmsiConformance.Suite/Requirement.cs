using KmsiConformance.Policies;

namespace KmsiConformance.Suite;

/// <summary>One testable statement.</summary>
/// <param name="Level"><c>MUST</c>, <c>SHOULD</c> or <c>MAY</c>.</param>
/// <param name="Text">The statement in our words.</param>
/// <param name="Document">Short title and date of the document behind it.</param>
/// <param name="AssessedBy"><c>browser</c>, <c>lint</c>, <c>relying-party</c>, <c>capability</c> or <c>none</c>.</param>
/// <param name="Reason">Why nothing assesses it, where nothing does.</param>
public sealed record Requirement(
    string Id, string Area, string Level, string Text, string Document, string Section,
    IReadOnlyList<string> Profiles, string AssessedBy, string? Reason)
{
    /// <summary>The area of requirements that scenarios say themselves.</summary>
    public const string OwnArea = "Own requirements";

    /// <summary>Whether the owner of the login endpoint declares it, and no document.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Ids of requirements of other documents that demand the same: what breaks them breaks this one.</summary>
    public IReadOnlyList<string> Like { get; init; } = [];

    /// <summary>Whether a scenario says it, and no document.</summary>
    public bool IsOwn { get; init; }

    /// <summary>
    /// What is violated where it does not hold: <c>specification</c>, <c>declared policy</c>, <c>own requirement</c> or
    /// <c>recommendation</c>.
    /// </summary>
    public string Basis => IsOwn ? "own requirement"
        : Level != "MUST" ? "recommendation" : IsDeclared ? "declared policy" : "specification";
}

/// <summary>A dated reading of the documents.</summary>
/// <param name="Readings">Its product, and how it decides the conflicts.</param>
/// <param name="Recipe">How the pages of its product are operated.</param>
public sealed record Profile(string Id, string Title, bool IsDefault, Readings Readings, string Recipe)
{
    /// <summary>What kind of app a scenario means under this profile where it says none.</summary>
    public string AppKind => Readings.Product switch
    {
        LoginProduct.Saml => "saml",
        LoginProduct.Web => AppRequest.Site,
        _ => AppRequest.Default.Kind,
    };
}

/// <summary>How to operate one product's pages: CSS selectors by role, and cookie name patterns by role.</summary>
public sealed record Recipe(
    string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Signs, IReadOnlyDictionary<string, IReadOnlyList<string>> Cookies)
{
    /// <summary>The file it was read from, as messages show it.</summary>
    public string File { get; init; } = $"recipes/{Name}.yaml";

    /// <summary>The calls of the sign-in page's script; null where it is an ordinary form.</summary>
    public WireCalls? Wire { get; init; }

    /// <summary>What scripts of pages in transit put into their fields, by the selector of the field.</summary>
    public IReadOnlyDictionary<string, string> ScriptFills { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Pages that may come between and want one of several answers.</summary>
    public IReadOnlyList<Interrupt> Interrupts { get; init; } = [];

    /// <summary>By which parts are found that the recipe gives by their meaning.</summary>
    public Words.PageWords Words { get; init; } = Suite.Words.PageWords.None;
}
