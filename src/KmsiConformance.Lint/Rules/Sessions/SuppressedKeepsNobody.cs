using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Sessions;

/// <summary>The scope wins over the box: every visit asks for credentials.</summary>
internal sealed class SuppressedKeepsNobody() : PolicyRule(
    "KMSI038", Severity.Warning, "A policy without single sign-on does not promise to keep users signed in.",
    ["R-067", "R-068"], Documents.Session2020, "Configure session behavior, Single sign-on")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Settings.Scope != SsoScope.Suppressed || !policy.KeepsSignedIn) yield break;
        yield return Found(
            policy.Places.KeepAliveInDays!.At,
            $"KeepAliveInDays is {policy.Settings.KeepAliveInDays}, but with Scope=\"Suppressed\" every visit asks for credentials.",
            "Choose another scope, or remove KeepAliveInDays and the box.");
    }
}
