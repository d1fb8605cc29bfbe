using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>An app that did not ask for offline_access gets no refresh token with its tokens.</summary>
/// <param name="app">The app.</param>
public sealed class NoRefreshTokenComesUnasked(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{app} did not ask for offline_access and gets no refresh token";
        return evidence.All.OfType<TokensReceived>().LastOrDefault(received => received.App == app) is { } tokens
            ? Judgement.Of(!tokens.HasRefreshToken, expected, tokens.HasRefreshToken ? "it got one" : "it got none")
            : Judgement.CantTell(expected, $"cannot tell: {app} got no tokens from the token endpoint");
    }
}
