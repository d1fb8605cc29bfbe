namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>Renamed in one file, forgotten in the other.</summary>
internal sealed class DefaultJourneyExists() : PolicyRule(
    "KMSI091", Severity.Error, "The journey that DefaultUserJourney names exists.",
    ["R-076"], Documents.KmsiUntil2018, "Relying party file")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Merged.IsComplete
            || policy.Merged.DefaultJourney is not { } journey
            || policy.Merged.Blocks.Find("UserJourney", journey.Value) is not null)
            yield break;
        yield return Found(
            journey.At,
            $"There is no journey {journey.Value.Quote()} in {policy.Merged.Chain.Select(f => f.PolicyId).List()}.",
            "Define it in UserJourneys, or name one that exists "
            + $"({policy.Merged.Blocks.All("UserJourney").Select(j => j["Id"]).OfType<string>().List()}).");
    }
}
