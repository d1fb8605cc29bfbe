using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>Whatever logout tokens an app's server gets, it finds nothing wrong with them (N-61).</summary>
/// <param name="app">The app.</param>
public sealed class LogoutTokensAreInOrder(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the server of {app} can accept each logout token that it gets";
        List<LogoutTokenReceived> tokens = [.. evidence.Step.OfType<LogoutTokenReceived>().Where(token => token.App == app)];
        if (tokens.Count == 0) return Judgement.CantTell(expected, "cannot tell: it got none");
        return tokens.Find(token => token.Problem is not null) is { } refused
            ? Judgement.Of(false, expected, $"it refused one: {refused.Problem}")
            : Judgement.Of(true, expected, "it did");
    }
}
