using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>The document uses the portal's word, the schema refuses it.</summary>
internal sealed class NoSingleSignOnIsCalledSuppressed() : FileRule(
    "KMSI030", Severity.Error, "The scope without single sign-on is written Suppressed.",
    ["R-060", "R-067", "C-06"], Documents.Session2020 + "; " + Documents.Schema, "Configure session behavior, Single sign-on")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from scope in file.SingleSignOn("Scope")
        where string.Equals(scope.Value, "Disabled", StringComparison.OrdinalIgnoreCase)
        select Found(scope.At, $"Scope is {scope.Value.Quote()}, which is the portal's word.", "Write Scope=\"Suppressed\".");
}
