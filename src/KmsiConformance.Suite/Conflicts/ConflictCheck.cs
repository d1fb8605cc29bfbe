using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Conflicts;

/// <summary>
/// Holds the evidence that conflicts name against a whole catalogue: what stands for no scenario, or could never come, would say
/// for ever that nothing was seen.
/// </summary>
public static class ConflictCheck
{
    /// <summary>What is wrong, each at its place.</summary>
    public static IEnumerable<SuiteProblem> Problems(ScenarioSuite suite)
    {
        foreach (var conflict in suite.Conflicts)
        {
            foreach (var side in conflict.Sides)
            {
                if (side.Profile is { } profile && suite.Profiles.All(known => known.Id != profile) && side.SeenWhen.Count > 0)
                    yield return At(side.SeenWhen[0], $"{conflict.Id} has a side of the profile '{profile}', which there is not.");
                foreach (var evidence in side.SeenWhen)
                {
                    if (Problem(suite, conflict, side, evidence) is { } problem) yield return At(evidence, problem);
                }
            }
        }
    }

    private static string? Problem(ScenarioSuite suite, Conflict conflict, ConflictSide side, SideEvidence evidence)
    {
        List<string> ids = [.. suite.Scenarios.Select(scenario => scenario.Id)];
        if (suite.Scenarios.FirstOrDefault(scenario => scenario.Id == evidence.Scenario) is not { } found)
            return $"There is no scenario '{evidence.Scenario}', so nobody is ever seen to follow this side of {conflict.Id}."
                + $"{NearestName.Hint(evidence.Scenario, ids)} Name one of the catalogue, by its path without the ending.";
        var assessed = found.Profiles.Where(profile => suite.Profiles.Any(known => known.Id == profile))
            .Select(profile => suite.Assessed(found, profile)).Where(requirements => requirements.Count > 0).ToList();
        if (assessed.Count == 0)
            return $"{evidence.Scenario} runs under no profile, so nobody is ever seen to follow this side of {conflict.Id}. Name one that "
                + "does.";

        // What is only recommended is never FAILED, and what is demanded never a WARNING.
        var mayBe = assessed.Select(requirements => requirements.Any(requirement => requirement.Level == "MUST") ? "FAILED" : "WARNING")
            .Append(SideEvidence.Passed).ToHashSet(StringComparer.Ordinal);
        if (!mayBe.Contains(evidence.Verdict))
            return $"{evidence.Scenario} is never {evidence.Verdict}, by the levels of its requirements. Write "
                + $"{string.Join(" or ", mayBe.Order(StringComparer.Ordinal))}.";
        var isElsewhere = conflict.Sides.Where(other => other.Reading != side.Reading).SelectMany(other => other.SeenWhen)
            .Any(same => (same.Scenario, same.Verdict, same.Seen) == (evidence.Scenario, evidence.Verdict, evidence.Seen));
        return isElsewhere
            ? $"The same result of {evidence.Scenario} is named for another side of {conflict.Id}, so it shows neither. Leave one out."
            : null;
    }

    private static SuiteProblem At(SideEvidence evidence, string message) =>
        new(evidence.Place.File, evidence.Place.Line, evidence.Place.Column, message);
}
