using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.Sessions;

/// <summary>A request that waits until somebody has signed in, and what becomes of it then.</summary>
internal abstract record PendingRequest
{
    /// <summary>Who wants to know, in words for the page.</summary>
    public abstract string Client { get; }

    /// <summary>How long the client would like the session to last; null leaves it to the provider.</summary>
    public virtual TimeSpan? WantedSession => null;

    /// <summary>Answers it for the user who is signed in.</summary>
    public abstract Task GrantAsync(HttpContext context, ProviderSession session);

    /// <summary>Answers it after the user said no.</summary>
    public abstract Task CancelAsync(HttpContext context);
}

/// <summary>Requests that wait for credentials, for ten minutes each.</summary>
internal sealed class PendingRequests(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (PendingRequest Request, DateTimeOffset ExpiresAt)> _byId = new(StringComparer.Ordinal);

    /// <summary>Lets a request wait and returns its id, which only this browser's page and cookie learn.</summary>
    public string Put(PendingRequest request)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, waiting) in _byId)
            if (waiting.ExpiresAt <= now) _byId.TryRemove(old, out _);

        var id = ProviderSessions.Random();
        _byId[id] = (request, now + Lifetime);
        return id;
    }

    public PendingRequest? Peek(string? id) =>
        id is not null && _byId.TryGetValue(id, out var waiting) && clock.GetUtcNow() < waiting.ExpiresAt ? waiting.Request : null;

    public void Remove(string id) => _byId.TryRemove(id, out _);
}
