namespace KmsiConformance.Policies.Lint.Rules.Structure;

/// <summary>Two blocks with one id in one file: the service refuses them, and a reader sees only one.</summary>
internal sealed class BlockIdsAreUniqueInAFile() : FileRule(
    "KMSI022", Severity.Error, "No two technical profiles, journeys or content definitions of a file have the same id.",
    ["R-080", "R-081"], Documents.Schema, "TechnicalProfile; UserJourney; ContentDefinition")
{
    private static readonly string[][] Paths =
    [
        ["ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile"],
        ["UserJourneys", "UserJourney"],
        ["BuildingBlocks", "ContentDefinitions", "ContentDefinition"],
    ];

    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from path in Paths
        from same in file.Root.All(path).Where(b => b["Id"] is not null).GroupBy(b => b["Id"]!, StringComparer.Ordinal)
        from second in same.Skip(1)
        select Found(
            second.At,
            $"{second.Name} {same.Key.Quote()} is there already, on line {same.First().At.Line}.",
            "Put both into one, or give one of them another id.");
}
