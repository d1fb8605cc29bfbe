using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>The schema refuses the parts of a policy in another order.</summary>
internal sealed class RootChildrenAreInOrder() : FileRule(
    "KMSI011", Severity.Error, "The parts of a policy stand in the order of the schema.",
    ["R-077", "R-081"], Documents.Schema, "TrustFrameworkPolicy")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        if (SchemaOrder.FirstMisplaced(file.Root, SchemaOrder.Root) is not var (child, before)) yield break;
        yield return Found(
            child.At,
            $"{child.Name} stands after {before}.",
            $"Move {child.Name} before {before}. The order is {string.Join(", ", SchemaOrder.Root)}.");
    }
}
