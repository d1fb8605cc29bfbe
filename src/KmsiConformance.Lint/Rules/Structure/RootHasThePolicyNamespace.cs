using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>Fragments in documents come without it; a file needs it.</summary>
internal sealed class RootHasThePolicyNamespace() : FileRule(
    "KMSI010", Severity.Error, "The root element has the namespace of custom policies.",
    ["R-081"], Documents.Schema, "TrustFrameworkPolicy")
{
    private const string Namespace = "http://schemas.microsoft.com/online/cpim/schemas/2013/06";

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        // A prefix is as good as the default; its declaration is then called by the prefix.
        if (file.Root.Attributes.Any(a => string.Equals(a.Value, Namespace, StringComparison.Ordinal))) yield break;
        var written = file.Root.Attribute("xmlns");
        yield return Found(
            written?.At ?? file.Root.At,
            $"The namespace of TrustFrameworkPolicy is {written?.Value.Quote() ?? "absent"}.",
            $"Write xmlns=\"{Namespace}\".");
    }
}
