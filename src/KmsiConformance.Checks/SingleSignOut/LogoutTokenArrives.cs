using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>
/// The app's server gets a logout token for the last sign-out, as often as demanded, and finds nothing wrong with it (N-60,
/// N-61).
/// </summary>
public sealed class LogoutTokenArrives(string app, int times) : SingleSignOutCheck(
    times == 0
        ? $"the server of {app} gets no logout token"
        : FormattableString.Invariant($"the server of {app} gets {times} logout {(times == 1 ? "token" : "tokens")} that it can accept"))
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        var tokens = last.Events.OfType<LogoutTokenReceived>().Where(token => token.App == app).ToList();
        return tokens.Find(token => token.Problem is not null) is { } refused
            ? Judgement.Of(false, expected, $"it refused one: {refused.Problem}")
            : Judgement.Of(tokens.Count == times, expected, tokens.Count == 0 ? "it got none" : $"it got one {Times(tokens.Count)}");
    }
}
