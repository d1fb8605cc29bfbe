using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <summary>Names a session on the server: the hash of the handle in the browser's cookie, which itself is kept nowhere.</summary>
public sealed record SessionId(string Hash)
{
    /// <summary>The id that belongs to a handle. Looking up by hash tells an attacker nothing through timing.</summary>
    public static SessionId Of(string handle) => new(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(handle))));
}

/// <summary>All sessions of the service, by the handle that the browser holds. Safe for concurrent requests.</summary>
public sealed class SessionStore(SessionRules rules, TimeProvider clock)
{
    private const int HandleBytes = 32;
    private const int SidBytes = 16;
    private const int SweepAtLeast = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<SessionId, Session> _sessions = [];
    private int _sweepAt = SweepAtLeast;

    /// <summary>Number of sessions remembered, expired ones included until they are swept away.</summary>
    public int Count
    {
        get { lock (_gate) return _sessions.Count; }
    }

    /// <summary>The id behind a presented handle if it names a session of that key.</summary>
    public SessionId? Find(SessionKey key, string handle)
    {
        var id = SessionId.Of(handle);
        lock (_gate) return _sessions.TryGetValue(id, out var session) && session.Key == key ? id : null;
    }

    /// <summary>The session of that key that began last.</summary>
    public SessionId? Latest(SessionKey key)
    {
        lock (_gate) return _sessions.Where(s => s.Value.Key == key)
            .OrderByDescending(s => s.Value.SignedInAt)
            .Select(s => s.Key)
            .FirstOrDefault();
    }

    /// <summary>The session of that id as it is; null when there is none, or its time is over.</summary>
    public Session? Peek(SessionId id)
    {
        var now = clock.GetUtcNow();
        lock (_gate) return Known(id) is { } session && !rules.HasExpired(session, now) ? session : null;
    }

    /// <summary>Applies an event to the session of that id, or to none.</summary>
    public SessionTransition Apply(SessionId? id, SessionEvent happened)
    {
        lock (_gate)
        {
            var transition = SessionEngine.Next(Known(id), happened, rules);
            if (id is not null) Remember(id, transition.Session);
            return transition;
        }
    }

    /// <summary>
    /// Begins a session under a new handle; the one before it in the same cookie ends, so that no handle is ever fixed
    /// by others.
    /// </summary>
    /// <param name="before">The session that the browser presents; null for none.</param>
    /// <param name="accepted">Whose credentials were accepted, and where.</param>
    /// <param name="presented">The handle that the browser presents, good or not.</param>
    /// <returns>The handle for the browser's cookie, and the transition.</returns>
    public (string Handle, SessionTransition Transition) Begin(SessionId? before, CredentialsAccepted accepted, string? presented = null)
    {
        var handle = rules.Handle(presented, Random(HandleBytes));
        var named = accepted with { Sid = rules.SessionName(accepted.Subject, Random(SidBytes)) };
        lock (_gate)
        {
            var transition = SessionEngine.Next(Known(before), named, rules);
            if (before is not null && rules.EndsTheOneBefore) Remember(before, null);
            if (rules.KeepsInOneBrowserOnly && transition.Session is { Kept: true } kept) EndKept(kept.Subject);
            Remember(SessionId.Of(handle), transition.Session);
            if (_sessions.Count >= _sweepAt) Sweep();
            return (handle, transition);
        }
    }

    private void EndKept(string subject)
    {
        foreach (var (id, session) in _sessions.ToList())
            if (session.Kept && session.Subject == subject) _sessions.Remove(id);
    }

    /// <summary>Ends a session, whatever browser it is of.</summary>
    public void End(SessionId id)
    {
        lock (_gate) _sessions.Remove(id);
    }

    /// <summary>All sessions that are remembered at this moment.</summary>
    public IReadOnlyList<(SessionId Id, Session Session)> Snapshot()
    {
        lock (_gate) return [.. _sessions.Select(s => (s.Key, s.Value))];
    }

    /// <summary>Forgets all sessions.</summary>
    public void Clear()
    {
        lock (_gate) _sessions.Clear();
    }

    private static string Random(int bytes) =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private Session? Known(SessionId? id) => id is null ? null : _sessions.GetValueOrDefault(id);

    private void Remember(SessionId id, Session? session)
    {
        if (session is null) _sessions.Remove(id);
        else _sessions[id] = session;
    }

    // Sweeping when the store has doubled costs a constant per sign-in and keeps at most twice the living sessions.
    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (id, session) in _sessions)
            if (rules.HasExpired(session, now)) _sessions.Remove(id);
        _sweepAt = Math.Max(SweepAtLeast, 2 * _sessions.Count);
    }
}
