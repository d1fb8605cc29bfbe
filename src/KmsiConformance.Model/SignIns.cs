namespace KmsiConformance.Model;

/// <summary>What follows where credentials are asked for.</summary>
internal sealed class SignIns(Settings settings, Lives lives)
{
    /// <summary>
    /// Credentials are asked for, and the visitor decides what happens. A session that lives may be taken for used, because a page
    /// of it was shown.
    /// </summary>
    /// <param name="why">From which requirements the question follows.</param>
    /// <param name="alive">The session that lives all the same; null where none does.</param>
    public Foreseen? Asked(Belief before, Visit visit, string key, string[] why, LoginSession? alive)
    {
        if (visit.Prompt == "none") return new Foreseen(before, Outcome.Error, [.. Because.NoneIsAnError, .. why], []);
        if (visit.Answer == Answer.SecondTry && (visit.AtProvider || visit.Keep is null || visit.Prompt is not null)) return null;
        if (visit.AtProvider) return visit.Prompt is null && alive is null ? AtProvider(before, visit, key, why) : null;
        var seen = alive is null ? before : before.With(alive with { PerhapsUsed = before.Now });
        if (visit.Answer == Answer.Nothing) return new Foreseen(seen, Outcome.Prompt, why, []);

        // Whom a hint names has to sign in then; the journeys leave that page.
        if (visit.MaxAge is not null || visit.SendsHint) return null;
        if (visit.Keep is not null && settings.KeepAlive is null) return null;
        if (NeedsAnotherCode(before, visit)) return null;
        return visit.Answer == Answer.WrongPassword
            ? new Foreseen(seen, Outcome.Rejected, [.. why, .. Because.WrongPasswordRefused], [])
            : Given(
                before, visit, key, Begun(before, visit),
                [.. WhyAsked(visit, why), .. visit.Answer == Answer.SecondTry ? Because.WrongPasswordRefused : [], .. Because.SignInWorks]);
    }

    // A code works once, and the next one takes half a minute.
    private bool NeedsAnotherCode(Belief before, Visit visit) => settings.SecondFactor && before.Sessions.Values.Any(session =>
        session.User == visit.User && before.Now < session.Given + Belief.Margin);

    // The visitor chooses the provider on the endpoint's page.
    private Foreseen? AtProvider(Belief before, Visit visit, string key, string[] why)
    {
        if (settings.SecondFactor || Federation.Knows(before) is not { } knows) return null;
        if (knows)
        {
            var known = Begun(before, visit) with { User = before.Jar.Provider!.User, IsFederated = true, Kept = false };
            return Given(before with { Jar = Federation.Used(before) }, visit, key, known, Because.ProviderKnows) with
            {
                Outcome = Outcome.SilentAtProvider,
            };
        }

        if (visit.Answer == Answer.Nothing) return new Foreseen(before, Outcome.PromptAtProvider, why, []);
        if (visit.Keep is not null && settings.KeepAlive is null) return null;
        if (visit.Answer == Answer.WrongPassword)
            return new Foreseen(before, Outcome.Rejected, [.. why, .. Because.WrongPasswordRefused], []);
        var jar = before.Jar with { Provider = new ProviderSession(visit.User, before.Now) };
        var session = Begun(before, visit) with { IsFederated = true, Kept = false };
        return Given(before with { Jar = jar }, visit, key, session, [.. WhyAsked(visit, why), .. Because.FederatedSignInWorks]);
    }

    private static LoginSession Begun(Belief before, Visit visit) =>
        new(before.Sessions.Count + 1, visit.User, visit.Keep == true, before.Now) { Apps = [visit.App] };

    private string[] WhyAsked(Visit visit, string[] why) =>
        settings.Sharing == Sharing.Nobody && visit.Keep == true ? Because.SuppressedTicked : why;

    private Foreseen Given(Belief before, Visit visit, string key, LoginSession session, string[] why)
    {
        var known = before;
        if (before.Jar.Login.GetValueOrDefault(key) is { } old && before.Sessions[old.Session] is { Ended: null } former)
            known = known.With(former with { Ended = Ending.Replaced });
        var isShared = settings.Sharing != Sharing.Nobody;
        var cookie = new LoginCookie(session.Number, session.Kept, before.Now, lives.CookieEnd(session, before.Now));
        var jar = known.Jar with
        {
            Login = isShared ? known.Jar.Login.SetItem(key, cookie) : known.Jar.Login, Lost = known.Jar.Lost.Remove(key),
        };
        var after = SignedIn(known.With(session) with { Jar = jar }, visit, session);
        return new Foreseen(
            after, Outcome.SignedIn, why,
            [.. AtFactor(before, visit), .. Looks.AtTokens(after, visit.App, session), .. AtCookie(after, session)]);
    }

    // Whether one that was given counts when only the password is asked for again, no document says.
    private IEnumerable<Look> AtFactor(Belief before, Visit visit)
    {
        if (!settings.SecondFactor || visit.Prompt is not null) yield break;
        if (before.Jar.Login.Values.All(cookie => before.Sessions[cookie.Session].Ended is not null))
            yield return new LookAtFactor(Because.FactorAsked);
    }

    private IEnumerable<Look> AtCookie(Belief after, LoginSession session)
    {
        if (after.Jar.Login.Count != 1 || settings.Sharing == Sharing.Nobody) yield break;
        yield return session.Kept
            ? new LookAtCookie(true, Because.KeptCookieLasts)
            : new LookAtCookie(false, session.IsFederated ? Because.FederatedCookieDoesNot : Because.SessionCookieDoesNot);
    }

    /// <summary>The app got tokens of a session, and begins one of its own.</summary>
    public Belief SignedIn(Belief belief, Visit visit, LoginSession session) => belief with
    {
        Tokens = belief.Tokens.SetItem(
            visit.App, new AppTokens(session.Number, session.User, belief.Now, visit.UnderOtherPolicy, belief.Device)),
        SignedIn = belief.SignedIn.Add(visit.App),
        Jar = belief.Jar with
        {
            Apps = belief.Jar.Apps.SetItem(visit.App, new AppSession(session.Number, belief.Now + settings.AppSession, Sure: true)),
        },
    };
}
