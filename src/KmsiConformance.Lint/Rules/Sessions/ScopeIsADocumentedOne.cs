using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>It validates and is used in samples, but no document says what it does.</summary>
internal sealed class ScopeIsADocumentedOne() : FileRule(
    "KMSI033", Severity.Warning, "Scope is one that the documents explain.",
    ["R-060", "C-06"], Documents.Session2020, "Configure session behavior, Single sign-on")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from scope in file.SingleSignOn("Scope")
        where scope.Value == "TrustFramework"
        select Found(
            scope.At, "Scope is \"TrustFramework\", which is in the schema and in none of the documents.",
            "Write Scope=\"Tenant\" unless you know what it does in your tenant.");
}
