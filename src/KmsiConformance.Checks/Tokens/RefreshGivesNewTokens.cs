using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A refresh token within its life gives new tokens.</summary>
public sealed class RefreshGivesNewTokens(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"refreshed: {app} gets new tokens for its refresh token";
        return evidence.Step.OfType<AppRefreshed>().LastOrDefault(refreshed => refreshed.App == app) is { } seen
            ? Judgement.Of(seen.Accepted, expected, seen.Accepted ? "new tokens came" : $"{app} got {seen.Error ?? "no tokens"} instead")
            : Judgement.CantTell(expected, $"cannot tell: {app} has no refresh token");
    }
}
