using KmsiConformance.Mutations.Survivors;

namespace KmsiConformance.Mutations;

/// <summary>What became of the mutations of a room, held against the list of those that may live.</summary>
internal sealed record Findings(IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Survivor> Listed)
{
    private IEnumerable<Outcome> Living => Outcomes.Where(one => one.Fate != Fate.Killed);

    private IEnumerable<Outcome> Unlisted => Living.Where(one => !Listed.Any(entry => Names(entry, one)));

    // A pattern speaks of whatever survives; a name speaks of one, and that has to live.
    private IEnumerable<Survivor> Stale => Listed.Where(entry => !Living.Any(one => Names(entry, one)));

    public string Summary =>
        $"{Outcomes.Count} mutations, {Count(Fate.Killed)} killed, {Count(Fate.Survived)} survived and {Count(Fate.NotReached)} not reached, "
        + $"of which {Living.Except(Unlisted).Count()} are listed";

    /// <summary>A line for whatever is not in order.</summary>
    /// <param name="whole">Whether all mutations were played, so that what is listed and was not seen is gone.</param>
    public IEnumerable<string> Lines(bool whole) =>
    [
        .. Unlisted.Select(one =>
            $"{(one.Fate == Fate.Survived ? "SURVIVED" : "NOT REACHED")}  {one.Mutation.Source}({one.Mutation.Line})  {one.Mutation.Name}"),
        .. whole ? Stale.Select(Told) : [],
    ];

    public bool AreSound(bool whole) => !Unlisted.Any() && (!whole || !Stale.Any());

    private string Told(Survivor entry) => Outcomes.FirstOrDefault(one => Names(entry, one)) is { By: { } by }
        ? $"STALE  {entry.File}  {entry.Mutation} (listed on line {entry.Place.Line}) is killed by {by.ReplaceLineEndings(" ")}"
        : $"GONE  {entry.File}  {entry.Mutation} (listed on line {entry.Place.Line}) is no mutation any more";

    private int Count(Fate fate) => Outcomes.Count(one => one.Fate == fate);

    private static bool Names(Survivor entry, Outcome one) => entry.Names(one.Mutation.Source, one.Mutation.Name);
}
