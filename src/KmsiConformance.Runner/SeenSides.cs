using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Conflicts;

namespace KmsiConformance.Runner;

/// <summary>On which side of the documents' disagreements a target was seen to be.</summary>
internal static class SeenSides
{
    /// <summary>The conflicts of which something was seen; results that contradict each other show nothing.</summary>
    /// <param name="profile">The profile that judged: of documents that agree, its own is quoted.</param>
    public static IReadOnlyList<ConflictRecord> Of(ScenarioSuite suite, string profile, IReadOnlyList<ScenarioRecord> scenarios) =>
        [.. suite.Conflicts.Select(conflict => Of(suite, conflict, profile, scenarios)).OfType<ConflictRecord>()];

    private static ConflictRecord? Of(
        ScenarioSuite suite, Conflict conflict, string profile, IReadOnlyList<ScenarioRecord> scenarios)
    {
        var seen = conflict.Sides
            .SelectMany(side => side.SeenWhen.Select(evidence => (side.Reading, evidence.Scenario, IsSeen: Shows(evidence, scenarios))))
            .Where(one => one.IsSeen).GroupBy(one => one.Reading, one => one.Scenario, StringComparer.Ordinal).ToList();
        if (seen.Count != 1) return null;
        var agreeing = conflict.Sides.Where(side => side.Reading == seen[0].Key).ToList();
        return new ConflictRecord
        {
            Id = conflict.Id,
            Question = conflict.Question,
            Side = seen[0].Key,
            Says = (agreeing.Find(side => side.Profile == profile) ?? agreeing[0]).Says,
            SeenBy = [.. seen[0].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Sides = [.. conflict.Sides.Select(side => new ConflictSideRecord(By(suite, side), side.Reading, side.Says))],
        };
    }

    private static string By(ScenarioSuite suite, ConflictSide side) =>
        side.Document ?? suite.Profiles.FirstOrDefault(known => known.Id == side.Profile)?.Title ?? side.Profile!;

    private static bool Shows(SideEvidence evidence, IReadOnlyList<ScenarioRecord> scenarios) => scenarios.Any(scenario =>
        scenario.Id == evidence.Scenario && (scenario.Own ?? scenario.Verdict).Text() == evidence.Verdict
        && (evidence.Seen is not { } words || scenario.Deciding()?.Actual?.Contains(words, StringComparison.Ordinal) == true));
}
