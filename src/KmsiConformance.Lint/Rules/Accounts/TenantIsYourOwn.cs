using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>The starter pack's tenant stands for yours.</summary>
internal sealed class TenantIsYourOwn() : FileRule(
    "KMSI101", Severity.Warning, "The tenant's name is filled in.",
    ["R-079"], Documents.KmsiUntil2018, "Prerequisites")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        if (!file.TenantId.StartsWith("yourtenant.", StringComparison.OrdinalIgnoreCase)) yield break;
        yield return Found(
            file.Root.Attribute("TenantId")!.At, $"TenantId is {file.TenantId.Quote()}, the starter pack's placeholder.",
            "Write your tenant's name here, in BasePolicy and in PublicPolicyUri.");
    }
}
