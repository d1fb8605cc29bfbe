using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>
/// Where the call to an app's LogoutUrl says who sends it, it is the issuer of the app's own id_token (Front-Channel Logout, 2): an app has
/// to take any other one for a stranger.
/// </summary>
/// <param name="app">The app that was told.</param>
public sealed class NotificationNamesTheIssuer(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{app} is told with the iss of its id_token";
        var session = evidence.All.OfType<AppSessionStarted>().LastOrDefault(started => started.App == app);
        var told = evidence.All.OfType<AppNotified>().LastOrDefault(notified => notified.App == app);
        if (told is null) return Judgement.CantTell(expected, $"cannot tell: {app} was not told of a sign-out so far");
        if (told.Issuer is not { } issuer) return Judgement.CantTell(expected, "cannot tell: it was told without iss");
        return session?.Claims.GetValueOrDefault("iss") is { } own
            ? Judgement.Of(issuer == own, expected, issuer == own ? "it was" : $"it was told with the iss {issuer}")
            : Judgement.CantTell(expected, $"cannot tell: {app} has no id_token");
    }
}
