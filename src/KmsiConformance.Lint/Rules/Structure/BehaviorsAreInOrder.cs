using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>The schema refuses session settings in another order.</summary>
internal sealed class BehaviorsAreInOrder() : FileRule(
    "KMSI016", Severity.Error,
    "UserJourneyBehaviors begins with SingleSignOn, SessionExpiryType and SessionExpiryInSeconds, in this order.",
    ["R-072"], Documents.KmsiDecember2018 + "; " + Documents.Schema, "Relying party file")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from behaviors in file.Root.All("RelyingParty", "UserJourneyBehaviors")
        let misplaced = SchemaOrder.FirstMisplaced(behaviors, SchemaOrder.Behaviors)
        where misplaced is not null
        select Found(
            misplaced.Value.Child.At,
            $"{misplaced.Value.Child.Name} stands after {misplaced.Value.Before}.",
            $"Move {misplaced.Value.Child.Name} before {misplaced.Value.Before}. The order begins "
            + $"{string.Join(", ", SchemaOrder.Behaviors.Take(3))}.");
}
