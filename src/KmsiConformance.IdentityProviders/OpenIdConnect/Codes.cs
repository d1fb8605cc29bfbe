using System.Collections.Concurrent;
using KmsiConformance.IdentityProviders.Sessions;

namespace KmsiConformance.IdentityProviders.OpenIdConnect;

/// <summary>What a code stands for.</summary>
internal sealed record CodeGrant(CodeRequest Request, ProviderSession Session);

/// <summary>Codes and access tokens that were given out: codes for one use within a minute, access tokens for an hour.</summary>
internal sealed class GivenOut<T>(TimeProvider clock, TimeSpan lifetime) where T : class
{
    private readonly ConcurrentDictionary<string, (T What, DateTimeOffset ExpiresAt)> _given = new(StringComparer.Ordinal);

    public string Issue(T what)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in _given)
            if (entry.ExpiresAt <= now) _given.TryRemove(old, out _);

        var name = ProviderSessions.Random();
        _given[name] = (what, now + lifetime);
        return name;
    }

    public T? Peek(string name) => _given.TryGetValue(name, out var entry) && clock.GetUtcNow() < entry.ExpiresAt ? entry.What : null;

    public T? Take(string name) => _given.TryRemove(name, out var entry) && clock.GetUtcNow() < entry.ExpiresAt ? entry.What : null;
}
