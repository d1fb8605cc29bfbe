using KmsiConformance.Exploring.Journeys;

namespace KmsiConformance.Exploring;

/// <summary>A place where a target does otherwise than the documents say.</summary>
/// <param name="Number">Which journey of the seed showed it, from 1.</param>
/// <param name="Journey">The shortest journey known that shows it; it ends with the act that does.</param>
/// <param name="Requirements">What it violates: any of these.</param>
/// <param name="Check">The check that turned red.</param>
/// <param name="Reason">What was expected and seen.</param>
/// <param name="Length">How many acts the journey had that first showed it.</param>
/// <param name="Text">The journey as a scenario.</param>
public sealed record Difference(
    int Number, Journey Journey, IReadOnlyList<string> Requirements, string Check, string Reason, int Length, string Text)
{
    /// <summary>How many other journeys showed it.</summary>
    public int Others { get; internal set; }

    /// <summary>How many shorter journeys were played to find this one.</summary>
    public int Tried { get; init; }
}

/// <summary>What came of exploring.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Journeys">Journeys played, those for shrinking not counted.</param>
/// <param name="Steps">Steps of them.</param>
/// <param name="Duration">Real time.</param>
/// <param name="Differences">One for each kind.</param>
/// <param name="Untold">Journeys of which nothing could be told, with the reason.</param>
/// <param name="Broken">Journeys in which the harness broke, with the reason.</param>
/// <param name="Coverage">What of the model was walked through.</param>
public sealed record Explored(
    int Seed, int Journeys, int Steps, TimeSpan Duration, IReadOnlyList<Difference> Differences,
    IReadOnlyList<(int Number, string Reason)> Untold, IReadOnlyList<(int Number, string Reason)> Broken, Coverage Coverage);
