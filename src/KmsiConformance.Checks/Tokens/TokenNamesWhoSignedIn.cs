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
        var signIns = TypedSignIn.In(evidence.Everywhere);
        var known = signIns.Where(signIn => signIn.User == user).ToList();
        if (known.Count == 0) return Judgement.CantTell(expected, $"cannot tell: {user} has not signed in so far");
        if (LastTokens.Of(evidence.All, app) is not { } last) return Judgement.CantTell(expected, $"cannot tell: {app} has no token");
        var own = known.Exists(IsOwn);
        var meant = known.Where(signIn => IsOwn(signIn) == own).Select(signIn => signIn.Begun).ToList();
        var here = meant.LastOrDefault(begun => begun.App == app);
        if (last.Subject == (here ?? meant[^1]).Subject) return Judgement.Of(true, expected, "it has");

        // A sub may be made for each app (pairwise: Core, 8). Then it is nobody's that is known from another one.
        return here is not null || signIns.Any(signIn => signIn.Begun.Subject == last.Subject)
            ? Judgement.Of(false, expected, $"it names somebody else: {last.Subject}")
            : Judgement.CantTell(
                expected, $"cannot tell: {user} signed in to {meant[^1].App} alone, and each app may have a sub of its own for a user");
    }

    private static bool IsOwn(TypedSignIn signIn) => signIn.Site == KnownSites.Login;
}
