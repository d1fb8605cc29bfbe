using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>A block pasted one level too high or too deep is not read.</summary>
internal sealed class BlocksStandWhereTheyBelong() : FileRule(
    "KMSI012", Severity.Error, "ContentDefinitions stands in BuildingBlocks; ClaimsProviders and UserJourneys stand under the root.",
    ["R-077"], Documents.All, "Content definition; Claims provider; User journey")
{
    private static readonly Dictionary<string, string> Homes = new(StringComparer.Ordinal)
    {
        ["ContentDefinitions"] = "BuildingBlocks",
        ["ClaimsSchema"] = "BuildingBlocks",
        ["BuildingBlocks"] = "TrustFrameworkPolicy",
        ["ClaimsProviders"] = "TrustFrameworkPolicy",
        ["UserJourneys"] = "TrustFrameworkPolicy",
        ["RelyingParty"] = "TrustFrameworkPolicy",
        ["ContentDefinition"] = "ContentDefinitions",
        ["ClaimsProvider"] = "ClaimsProviders",
        ["UserJourney"] = "UserJourneys",
    };

    public override IEnumerable<Finding> Check(PolicyFile file) => Under(file.Root);

    // Nothing of these stands deeper than two levels below the root where it is right, so four levels find it where it is wrong.
    private IEnumerable<Finding> Under(PolicyElement parent, int levels = 4)
    {
        foreach (var child in parent.Children)
        {
            if (Homes.TryGetValue(child.Name, out var home) && !string.Equals(home, parent.Name, StringComparison.Ordinal))
            {
                yield return Found(
                    child.At,
                    $"{child.Name} stands in {parent.Name}, where it is not read.",
                    $"Move it into {home}{(home == "TrustFrameworkPolicy" ? ", the root" : "")}; create that element if it is missing.");
            }
            else if (levels > 1 && child.Name is not ("TechnicalProfiles" or "OrchestrationSteps" or "ClaimsSchema"))
            {
                foreach (var finding in Under(child, levels - 1)) yield return finding;
            }
        }
    }
}
