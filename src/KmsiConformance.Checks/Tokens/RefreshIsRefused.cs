using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A refresh token that is over gives nothing but an error.</summary>
/// <param name="error">The OAuth error, for example <c>invalid_grant</c>.</param>
public sealed class RefreshIsRefused(string app, string error) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"refused: {app} gets {error} for its refresh token";
        if (evidence.Step.OfType<AppRefreshed>().LastOrDefault(refreshed => refreshed.App == app) is not { } seen)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no refresh token");
        if (seen.Error == AnswerOutcomes.Unreadable)
            return Judgement.CantTell(expected, $"cannot tell: {app} got {seen.Error}");
        var actual = seen.Accepted ? "new tokens came" : $"{app} got {seen.Error ?? "no tokens"}";
        return Judgement.Of(!seen.Accepted && seen.Error == error, expected, actual);
    }
}
