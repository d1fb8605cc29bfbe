using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>The commonest refusal of an upload: UserJourneyBehaviors pasted before DefaultUserJourney or behind TechnicalProfile.</summary>
internal sealed class RelyingPartyIsInOrder() : FileRule(
    "KMSI013", Severity.Error, "The parts of RelyingParty stand in the order of the schema.",
    ["R-071", "R-081", "C-08"], Documents.Session2020 + "; " + Documents.Schema, "Configure session behavior; Relying party file")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from party in file.Root.All("RelyingParty")
        let misplaced = SchemaOrder.FirstMisplaced(party, SchemaOrder.RelyingParty)
        where misplaced is not null
        select Found(
            misplaced.Value.Child.At,
            $"{misplaced.Value.Child.Name} stands after {misplaced.Value.Before}.",
            $"Move {misplaced.Value.Child.Name} before {misplaced.Value.Before}. The order is "
            + $"{string.Join(", ", SchemaOrder.RelyingParty)}.");
}
