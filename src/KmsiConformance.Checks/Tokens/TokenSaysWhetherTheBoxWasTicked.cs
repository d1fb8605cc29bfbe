using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>The claim kmsi says whether the box was ticked when the user signed in, in silent sign-ins and refreshes too.</summary>
/// <param name="app">The app whose last token is looked at.</param>
/// <param name="ticked">Whether it was.</param>
public sealed class TokenSaysWhetherTheBoxWasTicked(string app, bool ticked) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"kmsi in the token of {app} says that the box was {(ticked ? "ticked" : "not ticked")}";
        if (LastTokens.Of(evidence.All, app) is not { } last) return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        if (last.Box is { } said)
            return Means(said) is { } means ? Judgement.Of(means == ticked, expected, $"it says {said}")
                : Judgement.CantTell(expected, $"cannot tell: it says {said}, which is neither true nor false");

        // What an ID token of a refresh leaves out it need not repeat (OpenID Connect Core, 12.2).
        var isRefreshed = evidence.All.LastOrDefault(seen => seen is AppSessionStarted started && started.App == app
            || seen is AppRefreshed refreshed && refreshed.App == app) is AppRefreshed;
        return !isRefreshed
            && evidence.Everywhere.OfType<AppSessionStarted>().Any(started => started.App == app && started.Claims.ContainsKey("kmsi"))
            ? Judgement.Of(false, expected, "it has no such claim, and a token before it had one")
            : Judgement.CantTell(expected, $"cannot tell: the token of {app} has no claim kmsi");
    }

    // Some write it in capitals; what is neither is no answer.
    private static bool? Means(string said) => bool.TryParse(said, out var means) ? means : null;
}
