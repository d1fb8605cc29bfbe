using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// Whoever signs in where somebody else was signed in has a session of their own, with a sid of its own (Back-Channel Logout, 2.1).
/// </summary>
/// <param name="app">The app whose last token is looked at.</param>
public sealed class SessionIdIsOfNoOtherUser(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the token of {app} has a sid, which no session of another user has";
        List<AppSessionStarted> tokens = [.. evidence.Everywhere.OfType<AppSessionStarted>().Where(started => started.App == app)];
        if (evidence.All.OfType<AppSessionStarted>().LastOrDefault(started => started.App == app) is not { } last)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        List<string> others = [.. tokens.Where(token => token.Subject != last.Subject).Select(SidOf).OfType<string>()];
        if (SidOf(last) is not { } sid || others.Count == 0)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no token with a sid of this user, or none of another one");
        return others.Contains(sid, StringComparer.Ordinal)
            ? Judgement.Of(false, expected, "a session of another user has the same sid")
            : Judgement.Of(true, expected, "it has one of its own");
    }

    private static string? SidOf(AppSessionStarted token) => token.Claims.GetValueOrDefault("sid");
}
