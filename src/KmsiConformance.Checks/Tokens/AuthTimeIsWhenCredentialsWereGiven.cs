using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// auth_time is when the user gave credentials in the session that the token comes of; neither a silent sign-in nor a
/// refresh moves it (N-07), nor a sign-in of the same user elsewhere.
/// </summary>
/// <param name="app">The app whose last token is looked at.</param>
/// <param name="ofItsOwn">Whether each app has a session of its own at the login endpoint.</param>
public sealed class AuthTimeIsWhenCredentialsWereGiven(string app, bool ofItsOwn) : Check
{
    // The service notes the time of its own request, the ledger that of the browser's.
    private const long ToleranceSeconds = 10;

    private const string PrivateWindow = "private-window";

    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "auth_time is when credentials were last given in this session";
        if (LastTokens.Of(evidence.All, app) is not { } last) return Judgement.CantTell(Expected, $"cannot tell: {app} has no token");
        if (GivenAt(evidence.All, last.Sequence) is not { } given)
            return Judgement.CantTell(Expected, "cannot tell: nobody has signed in so far");
        if (last.AuthTime is not { } told) return Judgement.CantTell(Expected, $"cannot tell: the token of {app} has no auth_time");
        var off = told - given.ToUnixTimeSeconds();
        if (Math.Abs(off) <= ToleranceSeconds) return Judgement.Of(true, Expected, "it is");
        var actual = FormattableString.Invariant($"it is {Math.Abs(off)} seconds {(off > 0 ? "later" : "earlier")}");
        return Judgement.Of(false, Expected, actual);
    }

    private DateTimeOffset? GivenAt(IReadOnlyList<Event> all, int before)
    {
        var window = WindowAt(all, before);
        return all.OfType<CredentialsPosted>()
            .Where(posted => posted.Sequence < before && WindowAt(all, posted.Sequence) == window)
            .LastOrDefault(posted => all.OfType<AppSessionStarted>().Any(started =>
                started.Step == posted.Step && started.Sequence > posted.Sequence && (!ofItsOwn || started.App == app)))?.At;
    }

    // Each private window has cookies of its own, and with them sessions; all others share the profile's: 0.
    private static int WindowAt(IReadOnlyList<Event> all, int sequence) =>
        all.OfType<BrowserStopped>().LastOrDefault(stopped => stopped.Sequence < sequence) is { Kind: PrivateWindow } opened
            ? opened.Sequence
            : 0;
}
