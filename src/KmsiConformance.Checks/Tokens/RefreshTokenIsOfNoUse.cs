using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// A refresh token is worth nothing to other apps (RFC 6749, 6 and 10.4), nor once it was replaced (RFC 9700, 4.14.2).
/// </summary>
/// <param name="app">The app whose token it is.</param>
/// <param name="with">What is not right about its use, in words.</param>
/// <param name="error">The OAuth error that is demanded. Another one may have another reason.</param>
public sealed class RefreshTokenIsOfNoUse(string app, string with, string error) : Check
{
    private const string AnyError = "any";

    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"refused: the refresh token of {app} ({with}) gives {error} and no tokens";
        if (evidence.Step.OfType<RefreshMisused>().LastOrDefault(tried => tried.App == app && tried.With == with) is not { } seen)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no such refresh token");
        return TokenRefusal.Judge(
            expected, seen.Accepted, seen.Error, "the login endpoint gave tokens for it",
            given => given == error || error == AnyError && TokenRefusal.OfACode(given, aboutTheClient: false));
    }
}
