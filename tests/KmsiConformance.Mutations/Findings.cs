using KmsiConformance.Mutations.Playing;
using KmsiConformance.Mutations.Survivors;

namespace KmsiConformance.Mutations;

/// <summary>What became of the mutations of a room, held against the list of those that may live.</summary>
internal sealed record Findings(IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Survivor> Listed)
{
    private const string Survived = "SURVIVED";
    private const string NotReached = "NOT REACHED";
    private const string Gap = "  ";

    private IEnumerable<Outcome> Living => Outcomes.Where(one => one.Fate != Fate.Killed);

    private IEnumerable<Outcome> Unlisted => Living.Where(one => !Listed.Any(entry => Names(entry, one)));

    // A pattern speaks of whatever survives; a name speaks of one, and that has to live.
    private IEnumerable<Survivor> Stale => Listed.Where(entry => !Living.Any(one => Names(entry, one)));

    public string Summary =>
        $"{Outcomes.Count} mutations, {Count(Fate.Killed)} killed ({Outcomes.Count(IsEndless)} had no end), "
        + $"{Count(Fate.Survived)} survived and {Count(Fate.NotReached)} not reached, "
        + $"of which {Living.Except(Unlisted).Count()} are listed";

    /// <summary>A line for whatever is not in order.</summary>
    /// <param name="whole">Whether all mutations were played, so that what is listed and was not seen is gone.</param>
    public IEnumerable<string> Lines(bool whole) =>
    [
        .. Unlisted.Select(one => string.Join(
            Gap, one.Fate == Fate.Survived ? Survived : NotReached, $"{one.Mutation.Source}({one.Mutation.Line})", one.Mutation.Name)),
        .. whole ? Stale.Select(Told) : [],
    ];

    /// <summary>The mutations that survived when these lines were printed, by file and name: most want to be played again.</summary>
    public static IReadOnlySet<(string Source, string Name)> Printed(IEnumerable<string> lines) => lines
        .Select(line => line.Split(Gap, 3))
        .Where(parts => parts is [Survived or NotReached, _, _])
        .Select(parts => (parts[1].Split('(')[0], parts[2])).ToHashSet();

    public bool AreSound(bool whole) => !Unlisted.Any() && (!whole || !Stale.Any());

    private string Told(Survivor entry) => Outcomes.FirstOrDefault(one => Names(entry, one)) is { By: { } by }
        ? $"STALE  {entry.File}  {entry.Mutation} (listed on line {entry.Place.Line}) is killed by {by.ReplaceLineEndings(" ")}"
        : $"GONE  {entry.File}  {entry.Mutation} (listed on line {entry.Place.Line}) is no mutation any more";

    private static bool IsEndless(Outcome one) => one.By?.StartsWith(Workplace.NoEnd, StringComparison.Ordinal) == true;

    private int Count(Fate fate) => Outcomes.Count(one => one.Fate == fate);

    private static bool Names(Survivor entry, Outcome one) => entry.Names(one.Mutation.Source, one.Mutation.Name);
}
