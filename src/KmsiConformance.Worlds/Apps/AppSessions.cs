using System.Collections.Concurrent;

namespace KmsiConformance.Worlds.Apps;

/// <summary>A session of an app's own, independent of the login endpoint's .</summary>
/// <param name="IdToken">Kept as the hint for sign-out.</param>
/// <param name="Login">The login endpoint, under the policy that signed the user in.</param>
internal sealed record AppSession(string Subject, string IdToken, LoginEndpoint Login, DateTimeOffset ExpiresAt)
{
    /// <summary>For SAML, the login endpoint's name for the session; null elsewhere.</summary>
    public string? SessionIndex { get; init; }
}

/// <summary>The sessions of one app, by the handle in its cookie.</summary>
/// <param name="clock">The world's clock.</param>
internal sealed class AppSessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, AppSession> _byHandle = new(StringComparer.Ordinal);

    /// <summary>The live session behind a handle, or null.</summary>
    public AppSession? Find(string? handle) =>
        handle is not null && _byHandle.TryGetValue(handle, out var session) && session.ExpiresAt > clock.GetUtcNow() ? session : null;

    /// <summary>Begins a session and returns its handle.</summary>
    public string Begin(AppSession session)
    {
        var handle = SignInAttempt.Random();
        _byHandle[handle] = session;
        return handle;
    }

    /// <summary>Ends the sessions of a user, all or the one of that index.</summary>
    /// <returns>Whether there was one.</returns>
    public bool EndOf(string subject, string? sessionIndex)
    {
        var ended = false;
        foreach (var (handle, session) in _byHandle)
            if (session.Subject == subject && (sessionIndex is null || session.SessionIndex == sessionIndex)) ended |= _byHandle.TryRemove(handle, out _);
        return ended;
    }

    /// <summary>Ends all sessions.</summary>
    public void Clear() => _byHandle.Clear();

    /// <summary>Ends the session behind a handle; null when there was none.</summary>
    public AppSession? End(string? handle) => handle is not null && _byHandle.TryRemove(handle, out var session) ? session : null;
}
