namespace KmsiConformance.Reference.Kernel.Sessions;

/// <summary>
/// The life of one session as a pure function: state and event in, state and outcome out. <c>docs/sessions.md</c> draws
/// it. The state is null where there is no session; an expired one stays known until it is swept away.
/// </summary>
public static class SessionEngine
{
    /// <summary>Applies one event.</summary>
    public static SessionTransition Next(Session? session, SessionEvent happened, SessionRules rules) => happened switch
    {
        SignInAsked asked => Asked(session, asked, rules),
        CredentialsAccepted accepted => Accepted(session, accepted, rules),
        SignInResumed resumed => Resumed(session, resumed, rules),
        SecondFactorAccepted accepted => new SessionTransition(
            session is null ? null : session with { SecondFactorAt = accepted.At }, SessionOutcome.Silent, new CookieOrder.Leave()),
        ClaimsGiven given => new SessionTransition(
            session is null ? null : session with { Remembered = session.Remembered.SetItems(given.Claims) }, SessionOutcome.Silent,
            new CookieOrder.Leave()),
        SignOutAsked asked => SignedOut(session, asked, rules),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Unknown event"),
    };

    private static SessionTransition Asked(Session? session, SignInAsked asked, SessionRules rules)
    {
        if (session is null || rules.HasExpired(session, asked.At)) return Prompt(session);
        if (rules.HeedsDemand(session, asked))
            return rules.DemandEndsKeeping(session)
                ? new SessionTransition(session with { Kept = false }, SessionOutcome.Prompt, new CookieOrder.Set(null))
                : Prompt(session);

        // The documents are silent about max_age; OpenID Connect Core is not (N-06).
        if (asked.MaxAge is { } age && rules.IsTooOld(session, asked.At, age)) return Prompt(session);

        if (rules.ForgetsProvider(session, asked.Providers)) return Prompt(session);
        return rules.ProviderToAsk(session, asked.Providers) is { } again
            ? new SessionTransition(session, SessionOutcome.ProviderNeeded, new CookieOrder.Leave()) { ProviderToAsk = again }
            : Used(session, asked, rules);
    }

    // Whoever is vouched for now need not be the one from before: then the session is not theirs.
    private static SessionTransition Resumed(Session? session, SignInResumed resumed, SessionRules rules) =>
        session is not null && !rules.HasExpired(session, resumed.At) && session.Subject == resumed.Subject
            ? Used(session with { AtProvider = rules.AtProvider(session.AtProvider, resumed.AtProvider) }, resumed.Asked, rules)
            : Prompt(session);

    private static SessionTransition Used(Session session, SignInAsked asked, SessionRules rules)
    {
        // An unanswered question is no use of the session: it is not extended.
        if (!rules.SecondFactorStands(session, asked.SecondFactor))
            return new SessionTransition(session, SessionOutcome.SecondFactorNeeded, new CookieOrder.Leave());

        // It answers this once, and the handle is worth nothing afterwards, wherever a copy may be.
        if (rules.EndsKeptSession(session, asked.Settings))
            return new SessionTransition(
                rules.Joined(session with { ExpiresAt = asked.At }, asked.By, silently: true), SessionOutcome.Silent, new CookieOrder
                    .Delete());

        // A policy that keeps nobody signed in does not extend another policy's kept session by days it does not have.
        var kept = session.Kept && rules.Keeps(asked.Settings, offered: true, ticked: true);
        var latest = rules.LatestEnd(session, asked.Settings, kept);
        var counts = rules.UseCounts(session, asked.Settings, asked.At) && (!asked.MayNotAsk || rules.SilentRequestsExtend);
        var used = counts && rules.UseExtends(asked.Settings, kept)
            ? session with { ExpiresAt = Later(session.ExpiresAt, Within(latest, asked.At + rules.ServerLifetime(asked.Settings, kept))) }
            : session;
        CookieOrder cookie = rules.UseRenewsCookie(asked.Settings, kept)
            ? new CookieOrder.Set(Within(latest - asked.At, rules.CookieLifetime(asked.Settings, kept)))
            : new CookieOrder.Leave();
        return new SessionTransition(
            rules.Joined(used with { UsedAt = asked.At }, asked.By, silently: true), SessionOutcome.Silent, cookie);
    }

    private static SessionTransition Accepted(Session? before, CredentialsAccepted accepted, SessionRules rules)
    {
        var (settings, made) = (accepted.Settings, rules.SignInTime(accepted));
        var ticked = rules.Ticked(before, accepted);
        var kept = accepted.Provider is null
            ? rules.Keeps(settings, accepted.BoxOffered, ticked)
            : rules.KeepsFederated(settings, accepted.BoxOffered, ticked);
        var session = new Session(
            accepted.Key,
            accepted.Subject,
            accepted.BoxOffered && ticked,
            kept,
            made,
            rules.PeriodStart(before, made) + rules.ServerLifetime(settings, kept))
        {
            Provider = rules.ProviderOf(before, accepted.Provider),
            AtProvider = accepted.AtProvider,
            Sid = accepted.Sid,
            UsedAt = accepted.At,
            SecondFactorAt = rules.SecondFactorGiven(before, accepted),
        };
        if (before is not null && rules.Continues(before, accepted))
            session = session with { Sid = before.Sid, Participants = before.Participants };
        return new SessionTransition(
            rules.Joined(session, accepted.By, silently: false), SessionOutcome.Began, new CookieOrder
                .Set(rules.CookieLifetime(settings, kept)));
    }

    // Signing out twice is no error (N-39): the cookie is deleted whether or not a session is behind it.
    private static SessionTransition SignedOut(Session? session, SignOutAsked asked, SessionRules rules) => new(
        session is null ? null : rules.AfterSignOut(session),
        SessionOutcome.Ended,
        rules.SignOutDeletesCookie(session) ? new CookieOrder.Delete() : new CookieOrder.Leave())
    {
        SignedOut = session is not null && rules.TellsOf(session, asked.At) ? session : null,
    };

    private static SessionTransition Prompt(Session? session) => new(session, SessionOutcome.Prompt, new CookieOrder.Leave());

    private static DateTimeOffset Within(DateTimeOffset? latest, DateTimeOffset end) => latest < end ? latest.Value : end;

    private static TimeSpan? Within(TimeSpan? left, TimeSpan? life) => left < life ? left : life;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
