namespace KmsiConformance.Model;

/// <summary>What a visit to an app comes to.</summary>
internal sealed class Visits(Settings settings, Lives lives)
{
    private readonly SignIns _signIns = new(settings, lives);

    /// <summary>What follows from it; null where nobody can tell.</summary>
    public Foreseen? Foresee(Belief before, Visit visit)
    {
        if (visit.SendsHint && !before.Tokens.ContainsKey(visit.App)) return null;
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
            if (dropped) return _signIns.Asked(before, visit, key, lives.WhyOver(before, known, pasted: false), null);
        }

        if (cookie is null) return _signIns.Asked(before, visit, key, WhyNoCookie(before, key), null);
        if (cookie.Altered) return _signIns.Asked(before, visit, key, Because.NoSession, null);
        var session = before.Sessions[cookie.Session];
        if (session.Ended is Ending.Replaced or Ending.Doubtful) return null;
        if (session.Ended == Ending.SignedOut)
            return _signIns.Asked(before, visit, key, Lives.WhySignedOut(session, cookie.Pasted), null);
        if (cookie.Persistent is null && cookie.OutlivedBrowser || lives.IsOver(before, session) is not { } isOver) return null;
        return isOver
            ? _signIns.Asked(before, visit, key, lives.WhyOver(before, session, cookie.Pasted), null)
            : Answered(before, visit, key, cookie, session);
    }

    private Foreseen? Answered(Belief before, Visit visit, string key, LoginCookie cookie, LoginSession session)
    {
        if (visit.DemandsCredentials) return _signIns.Asked(before, visit, key, Because.LoginAsksAlways, session);
        if (visit.SendsHint && before.Tokens[visit.App].User != session.User)
            return SomebodyElse(before, visit, session);
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
            if (tooLongAgo) return _signIns.Asked(before, visit, key, Because.TooLongAgo, session);
            why = [.. Because.WithinMaxAge, .. why];
        }

        var used = session with { Used = before.Now, PerhapsUsed = before.Now, Apps = session.Apps.Add(visit.App) };
        var renewed = Renewed(before, cookie, used);
        var jar = session.IsFederated ? Federation.Used(before) : before.Jar;
        var after = _signIns.SignedIn(before.With(used) with { Jar = jar with { Login = jar.Login.SetItem(key, renewed) } }, visit, used);
        return new Foreseen(
            after, Outcome.Silent, why,
            [
                .. session.IsFederated ? [Federation.AskedOnce] : Federation.NotAsked(before),
                .. Looks.AtTokens(after, visit.App, used), .. AtRenewal(before, cookie, used),
            ]);
    }

    // Whether the endpoint asks or refuses, it may choose.
    private static Foreseen? SomebodyElse(Belief before, Visit visit, LoginSession session) => visit.Answer != Answer.Nothing ? null
        : new Foreseen(before.With(session with { PerhapsUsed = before.Now }), Outcome.NobodySignedIn, Because.SomebodyElseIsExpected, []);

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

    private string[] WhyNoCookie(Belief before, string key)
    {
        if (settings.Sharing == Sharing.Nobody) return Because.Suppressed;
        if (before.Jar.Lost.TryGetValue(key, out var loss) && loss == Loss.BrowserClosed) return Because.BrowserWasClosed;
        return before.Jar.Login.Count > 0 ? [.. Scope.WhyNotShared(settings), .. Because.NoSession] : Because.NoSession;
    }
}
