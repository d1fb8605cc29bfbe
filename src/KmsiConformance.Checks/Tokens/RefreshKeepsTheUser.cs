using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A refresh gives tokens of the user to whom the refresh token was given (OpenID Connect Core, 12.2).</summary>
/// <param name="app">The app that used its refresh token.</param>
public sealed class RefreshKeepsTheUser(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the refreshed token of {app} has the sub of the one before";
        var refreshed = evidence.Step.OfType<AppRefreshed>().LastOrDefault(refreshed => refreshed.App == app && refreshed.Accepted);
        var begun = evidence.Everywhere.OfType<AppSessionStarted>().LastOrDefault(begun => begun.App == app);
        return refreshed?.Subject is { } subject && begun is not null
            ? Judgement.Of(subject == begun.Subject, expected, subject == begun.Subject ? "it has" : $"it names somebody else: {subject}")
            : Judgement.CantTell(expected, $"cannot tell: {app} got no ID token for its refresh token");
    }
}
