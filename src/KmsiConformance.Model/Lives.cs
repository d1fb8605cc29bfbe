using KmsiConformance.Policies;

namespace KmsiConformance.Model;

/// <summary>How long sessions live, by the settings and a dated reading.</summary>
internal sealed class Lives(Readings readings, Settings settings)
{
    /// <summary>Whether the session's time is over; null when it is too near to tell.</summary>
    public bool? IsOver(Belief belief, LoginSession session) => belief.HasCome(EarliestEnd(session), LatestEnd(session));

    /// <summary>The earliest moment at which its time may be over.</summary>
    public TimeSpan EarliestEnd(LoginSession session) =>
        AtMost(session, (settings.Rolling ? session.Used : session.Given) + Length(session));

    /// <summary>When the cookie of a kept session ends that is set now, or is of no use any more.</summary>
    public TimeSpan? CookieEnd(LoginSession session, TimeSpan now) =>
        session.Kept ? AtMost(session, now + settings.KeepAlive!.Value) : null;

    /// <summary>Why the session answers without a question.</summary>
    public string[] WhyAlive(Belief belief, LoginSession session, LoginCookie cookie)
    {
        var age = belief.Now - session.Given;
        if (cookie.Pasted) return Because.CookieCounts;
        if (!session.Kept)
            return cookie.OutlivedBrowser ? Because.CookieCounts
                : age > settings.Session ? Because.SessionWasExtended : Because.SessionAnswers;
        if (readings.BothGatesMustPass) return Because.BothGatesPassed;
        if (age > settings.KeepAlive) return Because.KeptWasExtended;
        if (cookie.OutlivedBrowser) return Because.KeptOutlivesBrowser;
        return age > settings.Session ? Because.KeptOutlivesShortSession : Because.KeptAnswers;
    }

    /// <summary>Why it no longer answers, its time being over.</summary>
    public string[] WhyOver(Belief belief, LoginSession session, bool pasted)
    {
        if (belief.Now >= session.Given + Maximum(session)) return Because.MaximumReached;
        var used = session.Used > session.Given;
        var why = session.Kept
            ? readings.BothGatesMustPass ? Because.GateClosed
                : used && !settings.Rolling ? Because.KeptNotExtended : Because.KeptTimeOver
            : settings.Rolling ? Because.SessionUnused
                : used ? Because.SessionNotExtended : Because.SessionTimeOver;
        return pasted ? [.. why, .. Because.CopyGainsNothing] : why;
    }

    /// <summary>Why it no longer answers after a sign-out.</summary>
    public static string[] WhySignedOut(LoginSession session, bool pasted) =>
        pasted ? Because.CopyAfterSignOut : session.Kept ? Because.KeptSignedOut : Because.SignedOut;

    private TimeSpan LatestEnd(LoginSession session) =>
        AtMost(session, (settings.Rolling ? session.PerhapsUsed : session.Given) + Length(session));

    private TimeSpan AtMost(LoginSession session, TimeSpan end) =>
        session.Given + Maximum(session) is { } latest && latest < end ? latest : end;

    private TimeSpan? Maximum(LoginSession session) => session.Kept ? settings.KeepAliveMaximum : settings.Maximum;

    // Where both gates must pass, the server's own is that of the seconds.
    private TimeSpan Length(LoginSession session) =>
        session.Kept && !readings.BothGatesMustPass ? settings.KeepAlive!.Value : settings.Session;
}
