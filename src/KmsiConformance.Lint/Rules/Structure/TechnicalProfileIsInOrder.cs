using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>A Metadata element appended at the end of a technical profile is refused.</summary>
internal sealed class TechnicalProfileIsInOrder() : FileRule(
    "KMSI018", Severity.Error, "The parts of a technical profile stand in the order of the schema.",
    ["R-081"], Documents.Schema, "TechnicalProfile")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var profile in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile"))
        {
            if (SchemaOrder.FirstMisplaced(profile, SchemaOrder.TechnicalProfile) is not var (child, before)) continue;
            yield return Found(
                child.At,
                $"In the technical profile {profile["Id"].Quote()} {child.Name} stands after {before}.",
                $"Move {child.Name} before {before}.");
        }
    }
}
