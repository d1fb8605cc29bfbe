namespace KmsiConformance.Model;

/// <summary>What a visit to an app comes to.</summary>
internal sealed class Visits(Settings settings, Lives lives)
{
    /// <summary>What follows from it; null where nobody can tell.</summary>
    public Foreseen? Foresee(Belief before, Visit visit)
    {
        if (before.Jar.Apps.GetValueOrDefault(visit.App) is { } own)
        {
            if (!own.Sure || before.HasCome(own.Ends) is not { } over) return null;
            if (!over) return new Foreseen(before, Outcome.AppSession, Because.AppAnswers, []);
        }

        // What the browser dropped by itself is gone.
        var key = Scope.Of(settings, visit);
        var cookie = before.Jar.Login.GetValueOrDefault(key);
        if (cookie is { Ends: { } ends })
        {
            // A page that came meanwhile may have given it a later one.
            var known = before.Sessions[cookie.Session];
            if (before.HasCome(ends, ends + (known.PerhapsUsed - known.Used)) is not { } dropped) return null;
            if (dropped) return Asked(before, visit, key, lives.WhyOver(before.Sessions[cookie.Session], pasted: false), null);
        }

        if (cookie is null) return Asked(before, visit, key, WhyNoCookie(before, key), null);
        if (cookie.Altered) return Asked(before, visit, key, Because.NoSession, null);
        var session = before.Sessions[cookie.Session];
        if (session.Ended == Ending.Replaced) return null;
        if (session.Ended == Ending.SignedOut)
            return Asked(before, visit, key, Lives.WhySignedOut(session, cookie.Pasted), null);
        if (cookie.Persistent is null && cookie.OutlivedBrowser || lives.IsOver(before, session) is not { } isOver) return null;
        return isOver
            ? Asked(before, visit, key, lives.WhyOver(session, cookie.Pasted), null)
            : Answered(before, visit, key, cookie, session);
    }

    private Foreseen? Answered(Belief before, Visit visit, string key, LoginCookie cookie, LoginSession session)
    {
        if (visit.Prompt == "login") return Asked(before, visit, key, Because.LoginAsksAlways, session);
        if (session.IsFederated && Federation.Answers(before, visit, session) is var answers and not true)
            return answers is null || visit.Answer != Answer.Nothing ? null : Federation.Asks(before, session);
        string[] why =
        [
            .. session.IsFederated ? Because.ProviderAnswers : lives.WhyAlive(before, session, cookie),
            .. session.Apps.Contains(visit.App) ? [] : Scope.WhyShared(settings),
        ];
        if (visit.Prompt == "none") why = [.. Because.NoneIsSilent, .. why];
        if (visit.MaxAge is { } limit)
        {
            if ((limit == TimeSpan.Zero ? true : before.HasCome(session.Given + limit)) is not { } tooLongAgo) return null;
            if (tooLongAgo) return Asked(before, visit, key, Because.TooLongAgo, session);
            why = [.. Because.WithinMaxAge, .. why];
        }

        var used = session with { Used = before.Now, PerhapsUsed = before.Now, Apps = session.Apps.Add(visit.App) };
        var renewed = Renewed(before, cookie, used);
        var jar = session.IsFederated ? Federation.Used(before) : before.Jar;
        var after = SignedIn(before.With(used), visit, used) with
        {
            Jar = jar with
            {
                Login = jar.Login.SetItem(key, renewed), Apps = jar.Apps.SetItem(visit.App, OwnSession(before, used)),
            },
        };
        return new Foreseen(
            after, Outcome.Silent, why,
            [
                .. session.IsFederated ? [Federation.AskedOnce] : Federation.NotAsked(before),
                .. Looks.AtTokens(after, visit.App, used), .. AtRenewal(before, cookie, used),
            ]);
    }

    private LoginCookie Renewed(Belief before, LoginCookie cookie, LoginSession used) => (used.Kept, settings.Rolling, cookie.Pasted) switch
    {
        (true, true, false) => cookie with { Set = before.Now, Ends = lives.CookieEnd(used, before.Now), OutlivedBrowser = false },

        // Whether a copy becomes a cookie that stays, no document says.
        (true, true, true) => cookie with { Persistent = null, Ends = null },
        _ => cookie,
    };

    private IEnumerable<Look> AtRenewal(Belief before, LoginCookie cookie, LoginSession used)
    {
        if (!used.Kept || cookie.Pasted || before.Jar.Login.Count > 1 || before.Now < cookie.Set + Belief.Margin) yield break;
        yield return settings.Rolling
            ? new LookAtRenewal(true, Because.CookieRenewed)
            : new LookAtRenewal(false, Because.CookieNotRenewed);
    }

    // Whoever is asked decides what happens. A session that lives may be taken for used, because a page of it was shown.
    private Foreseen? Asked(Belief before, Visit visit, string key, string[] why, LoginSession? alive)
    {
        if (visit.Prompt == "none") return new Foreseen(before, Outcome.Error, [.. Because.NoneIsAnError, .. why], []);
        if (visit.AtProvider) return visit.Prompt is null && alive is null ? AtProvider(before, visit, key, why) : null;
        var seen = alive is null ? before : before.With(alive with { PerhapsUsed = before.Now });
        if (visit.Answer == Answer.Nothing) return new Foreseen(seen, Outcome.Prompt, why, []);

        // The language signs nobody in under a max_age.
        if (visit.MaxAge is not null) return null;
        if (visit.Keep is not null && settings.KeepAlive is null) return null;
        return visit.Answer == Answer.WrongPassword
            ? new Foreseen(seen, Outcome.Rejected, [.. why, .. Because.WrongPasswordRefused], [])
            : Given(before, visit, key, Begun(before, visit), [.. WhyAsked(visit, why), .. Because.SignInWorks]);
    }

    // The visitor chooses the provider on the endpoint's page.
    private Foreseen? AtProvider(Belief before, Visit visit, string key, string[] why)
    {
        if (Federation.Knows(before) is not { } knows) return null;
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
        var after = SignedIn(known.With(session), visit, session) with
        {
            Jar = known.Jar with
            {
                Login = isShared ? known.Jar.Login.SetItem(key, cookie) : known.Jar.Login,
                Lost = known.Jar.Lost.Remove(key),
                Apps = known.Jar.Apps.SetItem(visit.App, OwnSession(before, session)),
            },
        };
        return new Foreseen(
            after, Outcome.SignedIn, why,
            [.. Looks.AtTokens(after, visit.App, session), .. AtCookie(after, session)]);
    }

    private IEnumerable<Look> AtCookie(Belief after, LoginSession session)
    {
        if (after.Jar.Login.Count != 1 || settings.Sharing == Sharing.Nobody) yield break;
        yield return session.Kept
            ? new LookAtCookie(true, Because.KeptCookieLasts)
            : new LookAtCookie(false, session.IsFederated ? Because.FederatedCookieDoesNot : Because.SessionCookieDoesNot);
    }

    private static Belief SignedIn(Belief belief, Visit visit, LoginSession session) => belief with
    {
        Tokens = belief.Tokens.SetItem(visit.App, new AppTokens(session.Number, session.User, belief.Now, visit.UnderOtherPolicy)),
        SignedIn = belief.SignedIn.Add(visit.App),
    };

    private AppSession OwnSession(Belief belief, LoginSession session) =>
        new(session.Number, belief.Now + settings.AppSession, Sure: true);

    private string[] WhyNoCookie(Belief before, string key)
    {
        if (settings.Sharing == Sharing.Nobody) return Because.Suppressed;
        if (before.Jar.Lost.TryGetValue(key, out var loss) && loss == Loss.BrowserClosed) return Because.BrowserWasClosed;
        return before.Jar.Login.Count > 0 ? [.. Scope.WhyNotShared(settings), .. Because.NoSession] : Because.NoSession;
    }
}
