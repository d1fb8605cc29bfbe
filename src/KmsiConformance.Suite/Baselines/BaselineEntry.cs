using KmsiConformance.Ledger;

namespace KmsiConformance.Suite.Baselines;

/// <summary>A result that is not as it should be and is lived with until some day, told by what decided it.</summary>
/// <param name="Scenarios">A pattern over ids, with <c>*</c> and <c>?</c>.</param>
/// <param name="Verdict">FAILED, FLAKY or CANT_TELL.</param>
/// <param name="Check">The check that decides; null where the verdict comes from none.</param>
/// <param name="Seen">Words of what is seen; null for whatever is.</param>
/// <param name="Reason">Why it is lived with.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Until">The last day on which it is.</param>
/// <param name="Line">Where it begins in its file.</param>
public sealed record BaselineEntry(
    string Scenarios, Verdict Verdict, string? Check, string? Seen, string Reason, string Owner, DateOnly Until, int Line)
{
    /// <summary>Where it is being mended, for example a ticket's number; null where nobody said.</summary>
    public string? Ticket { get; init; }

    /// <summary>The browser in which it is so; null for all.</summary>
    public string? Browser { get; init; }

    /// <summary>The profile by which it is so; null for all.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether it is about such runs at all.</summary>
    public bool IsAbout(RunRecord run) => IsAbout(run.Browser.Name, run.Profile);

    /// <summary>Whether it is about runs in a browser by a profile.</summary>
    public bool IsAbout(string browser, string profile) =>
        (Browser is null || Browser == browser) && (Profile is null || Profile == profile);

    /// <summary>Whether it names a scenario.</summary>
    public bool Names(string id) => ScenarioSuite.Matches(id, [Scenarios]);

    /// <summary>Whether it is about this very result: another failure of the same scenario is another.</summary>
    public bool Covers(ScenarioRecord scenario) => Names(scenario.Id) && scenario.Verdict == Verdict
        && scenario.Deciding()?.Check == Check
        && (Seen is null || SeenIn(scenario)?.Contains(Seen, StringComparison.OrdinalIgnoreCase) == true);

    // What was expected says nothing of what was seen; a scenario without a deciding step has its reason alone.
    private static string? SeenIn(ScenarioRecord scenario) => scenario.Deciding() is { } step ? step.Actual : scenario.Reason;

    /// <summary>Why it is lived with, with all that somebody wants to know then.</summary>
    public string Because => $"{Reason}{(Ticket is null ? "" : $" ({Ticket})")}; {Owner}, until {Until:yyyy-MM-dd}";
}

/// <summary>The results that are lived with.</summary>
/// <param name="Name">How messages call the file.</param>
public sealed record Baseline(string Name, IReadOnlyList<BaselineEntry> Entries);
