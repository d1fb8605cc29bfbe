namespace KmsiConformance.Lint.Rules.Lifetimes;

/// <summary>A session that is over before it began asks for credentials every time.</summary>
internal sealed class SessionTimeIsPositive() : PolicyRule(
    "KMSI052", Severity.Error, "SessionExpiryInSeconds is more than 0.",
    ["R-020", "C-03"], Documents.All, "Relying party file; Configure session behavior (2020)")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Places.SessionExpiryInSeconds is not { Value: <= 0 } seconds) yield break;
        yield return Found(
            seconds.At, $"SessionExpiryInSeconds is {seconds.Value}.",
            "Write the session time in seconds, for example 1200; for no single sign-on at all write Scope=\"Suppressed\".");
    }
}
