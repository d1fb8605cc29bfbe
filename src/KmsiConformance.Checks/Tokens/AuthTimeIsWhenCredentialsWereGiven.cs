using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>auth_time is when the user gave credentials; neither a silent sign-in nor a refresh moves it (N-07).</summary>
public sealed class AuthTimeIsWhenCredentialsWereGiven(string app) : Check
{
    // The service notes the time of its own request, the ledger that of the browser's.
    private const long ToleranceSeconds = 10;

    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "auth_time is when credentials were last given";
        if (GivenAt(evidence.All) is not { } given) return Judgement.CantTell(Expected, "cannot tell: nobody has signed in so far");
        if (LastTokens.Of(evidence.All, app)?.AuthTime is not { } told)
            return Judgement.CantTell(Expected, $"cannot tell: the token of {app} has no auth_time");
        var off = told - given.ToUnixTimeSeconds();
        if (Math.Abs(off) <= ToleranceSeconds) return Judgement.Of(true, Expected, "it is");
        var actual = FormattableString.Invariant($"it is {Math.Abs(off)} seconds {(off > 0 ? "later" : "earlier")}");
        return Judgement.Of(false, Expected, actual);
    }

    private static DateTimeOffset? GivenAt(IReadOnlyList<Event> all) => all.OfType<CredentialsPosted>()
        .LastOrDefault(posted => all.OfType<AppSessionStarted>()
            .Any(started => started.Step == posted.Step && started.Sequence > posted.Sequence))?.At;
}
