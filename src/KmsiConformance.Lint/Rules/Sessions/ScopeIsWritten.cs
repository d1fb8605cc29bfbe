using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>Tenant is the default only when there is no SingleSignOn at all.</summary>
internal sealed class ScopeIsWritten() : FileRule(
    "KMSI032", Severity.Error, "SingleSignOn has a Scope.",
    ["R-061", "R-073"], Documents.Schema, "SingleSignOn")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from signOn in file.SingleSignOn()
        where signOn["Scope"] is null
        select Found(
            signOn.At, "SingleSignOn has no Scope, which the schema requires.",
            "Write Scope=\"Tenant\" for what you would get without SingleSignOn.");
}
