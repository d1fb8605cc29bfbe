using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>The schema knows five words and compares capitals too.</summary>
internal sealed class ScopeIsAKnownWord() : FileRule(
    "KMSI031", Severity.Error, "Scope is Tenant, Application, Policy, Suppressed or TrustFramework.",
    ["R-060", "R-073", "C-06"], Documents.Session2020 + "; " + Documents.Schema, "Configure session behavior, Single sign-on")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        var known = Enum.GetNames<SsoScope>();
        foreach (var scope in file.SingleSignOn("Scope"))
        {
            if (known.Contains(scope.Value, StringComparer.Ordinal)
                || scope.Value.IsPlaceholder()
                || string.Equals(scope.Value, "Disabled", StringComparison.OrdinalIgnoreCase))
                continue;
            var meant = known.FirstOrDefault(k => string.Equals(k, scope.Value.Trim(), StringComparison.OrdinalIgnoreCase));
            yield return Found(
                scope.At,
                $"Scope is {scope.Value.Quote()}; the schema knows {string.Join(", ", known)}.",
                meant is null ? "Write one of them." : $"Write Scope=\"{meant}\": capitals and spaces count.");
        }
    }
}
