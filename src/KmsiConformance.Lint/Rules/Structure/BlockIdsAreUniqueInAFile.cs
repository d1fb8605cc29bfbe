using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

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

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var path in Paths)
        {
            var first = new Dictionary<string, PolicyElement>(StringComparer.Ordinal);
            foreach (var block in file.Root.All(path))
            {
                if (block["Id"] is not { } id || first.TryAdd(id, block)) continue;
                yield return Found(
                    block.At,
                    $"{block.Name} {id.Quote()} is there already, on line {first[id].At.Line}.",
                    "Put both into one, or give one of them another id.");
            }
        }
    }
}
