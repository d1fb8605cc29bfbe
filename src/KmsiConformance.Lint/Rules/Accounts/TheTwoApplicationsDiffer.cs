namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>Both placeholders replaced by one id: an easy slip, and no password is accepted any more.</summary>
internal sealed class TheTwoApplicationsDiffer() : PolicyRule(
    "KMSI105", Severity.Error, "The two applications of login-NonInteractive are not the same one.",
    ["R-079"], Documents.KmsiUntil2018, "Application identifiers")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var metadata = policy.Merged.Metadata("login-NonInteractive");
        if (!metadata.TryGetValue("client_id", out var client) || !metadata.TryGetValue("IdTokenAudience", out var audience)) yield break;
        if (!string.Equals(client.Value, audience.Value, StringComparison.OrdinalIgnoreCase)) yield break;
        yield return Found(
            audience.At,
            $"client_id and IdTokenAudience are both {client.Value.Quote()}.",
            "client_id is the id of ProxyIdentityExperienceFramework, IdTokenAudience that of IdentityExperienceFramework.");
    }
}
