using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// An app that signs somebody in gets tokens of whoever just gave credentials, or, where nobody was asked, of somebody who had given
/// them in this browser. Whose a sub is is known from what was typed when the app got it first.
/// </summary>
/// <param name="app">The app that has begun a session.</param>
public sealed class WhoeverIsSignedInGaveCredentials(string app) : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"the token of {app} names somebody who gave credentials in this browser";
        if (evidence.Step.OfType<AppSessionStarted>().LastOrDefault(begun => begun.App == app) is not { } last)
            return Judgement.CantTell(expected, $"cannot tell: {app} began no session");
        var signIns = TypedSignIn.In(evidence.Everywhere);
        var before = signIns.Where(signIn => signIn.Begun.App == app && signIn.Begun.Sequence < last.Sequence).ToList();
        if (signIns.LastOrDefault(signIn => signIn.Begun == last) is { } now)
            return OfTyped(expected, now, before, namesMayPass: AppReady.IsSaml(evidence.All, app));
        var owners = before.Where(signIn => signIn.Begun.Subject == last.Subject).ToList();
        if (owners.Count == 0) return Judgement.CantTell(expected, $"cannot tell: {app} never got that sub for credentials");
        if (BroughtCookie.IsHeldAt(evidence, last.Sequence))
            return Judgement.CantTell(expected, "cannot tell: the cookie of the session was brought from another device");
        return signIns.Any(signIn => signIn.Begun.Device == last.Device && signIn.Begun.Sequence < last.Sequence
                && owners.Exists(owner => owner.User == signIn.User && owner.Site == signIn.Site))
            ? Judgement.Of(true, expected, $"{owners[0].User} had")
            : Judgement.Of(false, expected, $"it names {owners[0].User}, who gave them on another device alone");
    }

    // Whoever has another name, or an account elsewhere, is somebody else. A SAML app may get another name for the same user each
    // time (SAML core, 8.3.8), but nobody else's.
    private static Judgement OfTyped(string expected, TypedSignIn now, List<TypedSignIn> before, bool namesMayPass)
    {
        bool IsThem(TypedSignIn other) => other.User == now.User && other.Site == now.Site;
        if (!namesMayPass && before.Exists(other => IsThem(other) && other.Begun.Subject != now.Begun.Subject))
            return Judgement.Of(false, expected, $"{now.User} had another sub when signing in before");
        if (before.Find(other => !IsThem(other) && other.Begun.Subject == now.Begun.Subject) is { } taken)
            return Judgement.Of(
                false, expected, $"{now.User} gave them, and it names {taken.User}{(taken.Site == now.Site ? "" : $" of {taken.Site}")}");
        return before.Count == 0
            ? Judgement.CantTell(expected, "cannot tell: nobody signed in before")
            : Judgement.Of(true, expected, $"it is {now.User}, who did");
    }
}
