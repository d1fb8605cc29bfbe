using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// An app that did not ask for offline access gets no tokens once the session has ended: it was given no refresh token, or the one that it
/// has is refused (OpenID Connect Core, 11; Back-Channel Logout, 2.7).
/// </summary>
/// <param name="app">The app.</param>
public sealed class NothingOutlivesTheSessionUnasked(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"no tokens for {app}, which did not ask for offline access";
        if (evidence.Step.OfType<AppRefreshed>().LastOrDefault(refreshed => refreshed.App == app) is { } used)
            return used.Accepted ? Judgement.Of(false, expected, "it has a refresh token, and new tokens came for it")
                : used.Error == TokenRefusal.OfTheGrant ? Judgement.Of(true, expected, $"its refresh token is refused with {used.Error}")
                : Judgement.CantTell(expected, $"cannot tell: {app} got {used.Error ?? "no OAuth error"}");
        return evidence.Everywhere.OfType<TokensReceived>().LastOrDefault(received => received.App == app) is { HasRefreshToken: false }
            ? Judgement.Of(true, expected, "it was given no refresh token")
            : Judgement.CantTell(expected, $"cannot tell: {app} got no tokens so far");
    }
}
