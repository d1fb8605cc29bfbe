namespace KmsiConformance.Worlds.Browsers;

/// <summary>A control of a page: what it is, for messages, and where to look for it. The first visible one counts.</summary>
public sealed record PageControl(string What, IReadOnlyList<string> Selectors)
{
    /// <summary>Says which control is missing from which page, and what was tried.</summary>
    internal ControlMissingException Missing(string url) => new(
        $"{url} shows no {What}; tried {(Selectors.Count == 0 ? "nothing, the recipe gives no selector" : string.Join(", ", Selectors))}.");
}

/// <summary>What a person does on a page that is no credential page: type, tick, press a button or follow a link.</summary>
/// <param name="Press">The button or link that ends it.</param>
public sealed record PageAction(PageControl Press)
{
    /// <summary>Fields and what is typed into them; typed text is never recorded.</summary>
    public IReadOnlyList<(PageControl Field, string Text)> Types { get; init; } = [];

    /// <summary>Boxes and how they are left.</summary>
    public IReadOnlyList<(PageControl Box, bool Ticked)> Ticks { get; init; } = [];
}
