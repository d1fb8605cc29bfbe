using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Inheritance;

/// <summary>A base in another tenant cannot be read by the service.</summary>
internal sealed class BaseIsOfTheSameTenant() : FileRule(
    "KMSI005", Severity.Error, "A policy and its base belong to the same tenant.",
    ["R-081"], Documents.Framework2020, "BasePolicy")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        if (file.BasePolicy is not { } wanted || string.Equals(wanted.TenantId, file.TenantId, StringComparison.OrdinalIgnoreCase))
            yield break;
        yield return Found(
            file.Root.Child("BasePolicy")!.Child("TenantId")!.At,
            $"The policy is of tenant {file.TenantId.Quote()}, its base of {wanted.TenantId.Quote()}.",
            $"Write <TenantId>{file.TenantId}</TenantId> in BasePolicy.");
    }
}
