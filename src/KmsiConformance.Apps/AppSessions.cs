using System.Collections.Concurrent;
using KmsiConformance.Saml;

namespace KmsiConformance.Apps;

/// <summary>A session of an app's own, independent of the login endpoint's .</summary>
/// <param name="IdToken">Kept as the hint for sign-out.</param>
/// <param name="Login">The login endpoint, under the policy that signed the user in.</param>
internal sealed record AppSession(string Subject, string IdToken, LoginEndpoint Login, DateTimeOffset ExpiresAt)
{
    private int _looks;

    /// <summary>Whether nobody has seen the page to which the sign-in leads: the first look at it is a part of the sign-in.</summary>
    public bool IsFirstLook() => Interlocked.Increment(ref _looks) == 1;

    /// <summary>What the login endpoint calls the session that it came from; null where it does not say.</summary>
    public string? Sid { get; init; }

    /// <summary>What a SAML login endpoint says of the subject's name; null elsewhere.</summary>
    public NameQualifiers? Qualifiers { get; init; }

    /// <summary>The id_token's claims that may be shown.</summary>
    public IReadOnlyDictionary<string, string> Claims { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>The sessions of one app, by the handle in its cookie.</summary>
/// <param name="clock">The world's clock.</param>
internal sealed class AppSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, AppSession> _byHandle = new(StringComparer.Ordinal);

    /// <summary>The live session behind a handle, or null.</summary>
    public AppSession? Find(string? handle) =>
        handle is not null && _byHandle.TryGetValue(handle, out var session) && session.ExpiresAt > clock.GetUtcNow() ? session : null;

    /// <summary>Makes the session behind a handle end at another time.</summary>
    public void Extend(string handle, DateTimeOffset until)
    {
        if (_byHandle.TryGetValue(handle, out var session)) _byHandle.TryUpdate(handle, session with { ExpiresAt = until }, session);
    }

    /// <summary>Begins a session and returns its handle.</summary>
    public string Begin(AppSession session)
    {
        var handle = SignInAttempt.Random();
        _byHandle[handle] = session;
        return handle;
    }

    /// <summary>
    /// Ends the sessions of a user that came from one session of the login endpoint, or all of the user's where none is
    /// named.
    /// </summary>
    /// <returns>How many there were.</returns>
    public int EndAll(string? subject, string? sid) =>
        _byHandle.Count(session =>
            (subject is null || session.Value.Subject == subject)
                && (sid is null || session.Value.Sid == sid)
                && _byHandle.TryRemove(session));

    /// <summary>What is remembered of them.</summary>
    public IReadOnlyDictionary<string, AppSessionState> Save() => _byHandle.ToDictionary(
        session => session.Key,
        session => new AppSessionState(
            session.Value.Subject, session.Value.IdToken, session.Value.ExpiresAt, session.Value.Sid, session.Value.Claims),
        StringComparer.Ordinal);

    /// <summary>Goes on with what was remembered.</summary>
    /// <param name="login">The login endpoint that signed the users in.</param>
    public void Restore(IReadOnlyDictionary<string, AppSessionState> saved, LoginEndpoint login)
    {
        foreach (var (handle, session) in saved)
            _byHandle[handle] = new AppSession(session.Subject, session.IdToken, login, session.ExpiresAt)
            {
                Sid = session.Sid, Claims = session.Claims,
            };
    }

    /// <summary>Ends all sessions.</summary>
    public void Clear() => _byHandle.Clear();

    /// <summary>Ends the session behind a handle; null when there was none.</summary>
    public AppSession? End(string? handle) => handle is not null && _byHandle.TryRemove(handle, out var session) ? session : null;
}
