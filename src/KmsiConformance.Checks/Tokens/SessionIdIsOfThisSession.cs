using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// A sid names one session of a user on one device, whether credentials were typed or not (Front-Channel Logout, 3; Back-Channel
/// Logout, 2.1).
/// </summary>
/// <param name="app">The app whose last token is looked at.</param>
public sealed class SessionIdIsOfThisSession(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the token of {app} has a sid, which no session of the same user has on another device";
        if (evidence.All.OfType<AppSessionStarted>().LastOrDefault(started => started.App == app) is not { } last)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        List<AppSessionStarted> tokens = [.. evidence.Everywhere.OfType<AppSessionStarted>().Where(started => started.App == app)];
        if (tokens.TrueForAll(token => SidOf(token) is null))
            return Judgement.CantTell(expected, $"cannot tell: no token of {app} has a sid");
        if (tokens.Exists(token => SidOf(token) is null))
            return Judgement.Of(false, expected, $"some tokens of {app} have a sid and others none");
        List<AppSessionStarted> elsewhere = [.. evidence.Everywhere.OfType<AppSessionStarted>()
            .Where(token => token.Device != last.Device && token.Subject == last.Subject)];
        if (elsewhere.TrueForAll(token => SidOf(token) is null))
            return Judgement.CantTell(expected, "cannot tell: the user has no token with a sid on another device");
        return elsewhere.Exists(token => SidOf(token) == SidOf(last))
            ? Judgement.Of(false, expected, "a session on another device has the same sid")
            : Judgement.Of(true, expected, "it has one of its own");
    }

    private static string? SidOf(AppSessionStarted token) => token.Claims.GetValueOrDefault("sid");
}
