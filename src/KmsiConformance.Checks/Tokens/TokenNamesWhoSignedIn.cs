using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Tokens;

/// <summary>The app's last token names the user who gave credentials, silent sign-ins and refreshes included .</summary>
/// <param name="user">
/// The user, by the name that is typed. An account at an identity provider may have the same name and is another one: it is meant
/// only where the user never signed in with an account of the login endpoint's own.
/// </param>
public sealed class TokenNamesWhoSignedIn(string app, string user) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the token of {app} has the sub that {user} got when signing in";
        if (SubjectOf(evidence.Everywhere) is not { } subject)
            return Judgement.CantTell(expected, $"cannot tell: {user} has not signed in so far");
        if (LastTokens.Of(evidence.All, app) is not { } last) return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        return last.Subject == subject
            ? Judgement.Of(true, expected, "it has")
            : Judgement.Of(false, expected, $"it names somebody else: {last.Subject}");
    }

    private string? SubjectOf(IReadOnlyList<Event> all) => SubjectOf(all, own: true) ?? SubjectOf(all, own: false);

    private string? SubjectOf(IReadOnlyList<Event> all, bool own) => all.OfType<CredentialsPosted>()
        .Where(posted => posted.User == user && posted.Site == KnownSites.Login == own)
        .Select(posted => all.OfType<AppSessionStarted>()
            .FirstOrDefault(started => started.Step == posted.Step && started.Sequence > posted.Sequence)?.Subject)
        .LastOrDefault(subject => subject is not null);
}
