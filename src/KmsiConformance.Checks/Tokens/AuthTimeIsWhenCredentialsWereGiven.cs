using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// auth_time is when the user gave credentials in the session that the token comes of; neither a silent sign-in nor a
/// refresh moves it (N-07, N-13), nor a sign-in elsewhere.
/// </summary>
/// <param name="app">The app whose last token is looked at.</param>
/// <param name="scope">Who shares a session at the login endpoint.</param>
public sealed class AuthTimeIsWhenCredentialsWereGiven(string app, SessionSharing scope) : Check
{
    // The service notes the time of its own request, the ledger that of the browser's.
    private const long ToleranceSeconds = 10;

    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "auth_time is when credentials were last given in this session";
        if (LastTokens.Of(evidence.All, app) is not { } last) return Judgement.CantTell(Expected, $"cannot tell: {app} has no token");
        if (evidence.All.OfType<AppSessionStarted>().LastOrDefault(started => started.App == app) is not { } begun
            || GivenAt(evidence.All, begun) is not { } given)
            return Judgement.CantTell(Expected, "cannot tell: nobody has signed in so far");
        if (BroughtCookie.IsHeldAt(evidence, begun.Sequence))
            return Judgement.CantTell(Expected, "cannot tell: the cookie of the session was brought from another device");
        if (last.AuthTime is not { } told) return Judgement.CantTell(Expected, $"cannot tell: the token of {app} has no auth_time");
        var off = told - (given.At + ServerAhead(evidence.All, given.Sequence)).ToUnixTimeSeconds();
        if (Math.Abs(off) <= ToleranceSeconds) return Judgement.Of(true, Expected, "it is");
        var actual = FormattableString.Invariant($"it is {Math.Abs(off)} seconds {(off > 0 ? "later" : "earlier")}");
        return Judgement.Of(false, Expected, actual);
    }

    // A refreshed token comes of the sign-in that gave the refresh token (Core, 12.2).
    private CredentialsPosted? GivenAt(IReadOnlyList<Event> all, AppSessionStarted begun)
    {
        var (window, putBack) = (BrowserWindow.At(all, begun.Sequence), PutBack.Before(all, begun.Sequence));
        return all.OfType<CredentialsPosted>()
            .Where(posted => posted.Sequence < begun.Sequence && BrowserWindow.At(all, posted.Sequence) == window)
            .Where(posted => putBack?.Concerns(posted) != false)
            .LastOrDefault(posted => all.OfType<AppSessionStarted>().Any(started =>
                started.Step == posted.Step && started.Sequence > posted.Sequence && Shares(started, begun)));
    }

    // The service dates by its own clock, whatever the right time is.
    private static TimeSpan ServerAhead(IReadOnlyList<Event> all, int sequence) => all.OfType<ClockPutOff>()
        .LastOrDefault(off => off.Whose == ClockOwners.Server && off.Sequence < sequence)?.Ahead ?? TimeSpan.Zero;

    private bool Shares(AppSessionStarted other, AppSessionStarted own) => scope switch
    {
        SessionSharing.OneApp => other.App == app,
        SessionSharing.OnePolicy => other.Policy == own.Policy,
        _ => true,
    };
}
