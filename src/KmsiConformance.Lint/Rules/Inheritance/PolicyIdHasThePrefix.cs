using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Inheritance;

/// <summary>The portal adds the prefix by itself, uploads by script do not.</summary>
internal sealed class PolicyIdHasThePrefix() : FileRule(
    "KMSI004", Severity.Warning, "PolicyId begins with B2C_1A_.",
    ["R-075"], Documents.Framework2020, "TrustFrameworkPolicy", ReadingCondition.BoxByMetadata)
{
    private const string Prefix = "B2C_1A_";

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        if (file.PolicyId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) yield break;
        yield return Found(
            file.Root.Attribute("PolicyId")!.At,
            $"PolicyId is {file.PolicyId.Quote()}; the ids of custom policies begin with {Prefix}.",
            $"Write PolicyId=\"{Prefix}{file.PolicyId}\", and the same where other policies name it as their base.");
    }
}
