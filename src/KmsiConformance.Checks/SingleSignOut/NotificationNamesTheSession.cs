using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>The call to an app's LogoutUrl says which session ended: the iss and sid of the app's own id_token (N-51).</summary>
public sealed class NotificationNamesTheSession(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{app} is told with the iss and the sid of its id_token";
        var session = evidence.All.OfType<AppSessionStarted>().LastOrDefault(started => started.App == app);
        var told = evidence.All.OfType<AppNotified>().LastOrDefault(notified => notified.App == app);
        if (session is null) return Judgement.CantTell(expected, $"cannot tell: {app} has not signed anybody in so far");
        if (told is null) return Judgement.CantTell(expected, $"cannot tell: {app} was not told of a sign-out so far");
        if (told is { Issuer: null, SessionFingerprint: null }) return Judgement.Of(false, expected, "it was told without either");
        if (told.Issuer is null) return Judgement.Of(false, expected, "it was told with sid only");
        if (told.SessionFingerprint is null) return Judgement.Of(false, expected, "it was told with iss only");
        if (!session.Claims.TryGetValue("sid", out var sid)) return Judgement.Of(false, expected, "its id_token names no session");
        if (told.SessionFingerprint != sid) return Judgement.Of(false, expected, "it was told with the sid of another session");
        return told.Issuer == session.Claims["iss"]
            ? Judgement.Of(true, expected, "it was told with both")
            : Judgement.Of(false, expected, $"it was told with the iss {told.Issuer}");
    }
}
