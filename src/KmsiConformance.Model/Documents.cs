using KmsiConformance.Policies;

namespace KmsiConformance.Model;

/// <summary>
/// What the documents say of a journey, act by act: written from the requirements and a profile's readings alone, so that it can
/// be held against any login endpoint. Where they say nothing, or the moment is too near to a boundary, nothing is foreseen.
/// </summary>
public sealed class Documents
{
    private readonly Cast _cast;
    private readonly Lives _lives;
    private readonly Visits _visits;
    private readonly SignOuts _signOuts;
    private readonly Cookies _cookies;

    /// <summary>The documents.</summary>
    /// <param name="readings">The dated reading.</param>
    /// <param name="settings">The session settings in force.</param>
    /// <param name="cast">Who plays.</param>
    public Documents(Readings readings, Settings settings, Cast cast)
    {
        Settings = settings;
        _cast = cast;
        _lives = new Lives(readings, settings);
        _visits = new Visits(settings, _lives);
        _signOuts = new SignOuts(readings, settings, cast.Apps, _lives);
        _cookies = new Cookies(settings);
    }

    /// <summary>The settings in force.</summary>
    public Settings Settings { get; }

    /// <summary>What follows from an act; null where it cannot be done, or where nobody can tell what it leads to.</summary>
    /// <param name="before">What is known before it.</param>
    /// <param name="act">The act.</param>
    public Foreseen? Foresee(Belief before, Act act) => act switch
    {
        Visit visit => _visits.Foresee(before, visit),
        Wait wait => Foreseen.Done(before with { Now = before.Now + wait.Time }),
        Restart restart => Restarts.Foresee(before, restart.Kind),
        SignOut signOut => _signOuts.Foresee(before, signOut),
        TouchCookies touch => _cookies.Foresee(before, touch),
        UseDevice use when use.Device != (before.Device ?? _cast.Devices[0]) =>
            Foreseen.Done(Desk.Change(before, before.Device ?? _cast.Devices[0], use.Device)),
        UseDevice => null,
        SignInAtProvider signIn => before.Jar.Provider is null
            ? Foreseen.Done(before with { Jar = before.Jar with { Provider = new ProviderSession(signIn.User, before.Now) } }) : null,
        Refresh refresh => Foresee(before, refresh),
        _ => throw new ArgumentException($"Nobody wrote down what {act} leads to.", nameof(act)),
    };

    /// <summary>The moments at which something ends, as far as they are known and still to come.</summary>
    public IEnumerable<TimeSpan> Boundaries(Belief belief)
    {
        var sessions = belief.Jar.Login.Values.Select(cookie => cookie.Session).Concat(belief.Copies.Values).Distinct()
            .Where(belief.Sessions.ContainsKey).Select(number => belief.Sessions[number]);
        var ends = sessions.SelectMany(session => (TimeSpan[])
        [
            _lives.EarliestEnd(session), session.Given + Settings.Session,
            .. Settings.KeepAlive is { } days ? (TimeSpan[])[session.Given + days, session.Used + days] : [],
        ]);
        var provider = belief.Jar.Provider is { } at ? (TimeSpan[])[at.Given, at.PerhapsUsed] : [];
        return ends.Concat(belief.Jar.Apps.Values.Select(app => app.Ends))
            .Concat(provider.Select(moment => moment + ProviderSession.Life)).Where(end => end > belief.Now).Distinct().Order();
    }

    // No document has an end for refresh tokens that comes sooner than two weeks, and none says what a sign-out does to them.
    private Foreseen? Foresee(Belief before, Refresh refresh)
    {
        if (!Settings.RefreshTokens || before.Tokens.GetValueOrDefault(refresh.App) is not { } tokens) return null;
        if (tokens.Device != before.Device) return null;
        if (before.Now - tokens.Issued > TimeSpan.FromDays(13)) return null;
        if (before.Sessions.GetValueOrDefault(tokens.Session) is not { Ended: null } session) return null;
        return new Foreseen(before, null, Because.RefreshWorks, [.. Looks.AtTokens(before, refresh.App, session)]);
    }
}
