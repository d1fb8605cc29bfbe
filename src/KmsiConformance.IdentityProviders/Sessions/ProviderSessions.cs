using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.IdentityProviders.Sessions;

/// <summary>A session of a provider's own.</summary>
/// <param name="Index">Names the session to clients; says nothing about the cookie.</param>
/// <param name="SignedInAt">When credentials were accepted.</param>
internal sealed record ProviderSession(ProviderUser User, string Index, DateTimeOffset SignedInAt, DateTimeOffset ExpiresAt);

/// <summary>The sessions of one provider, by the handle in its cookie.</summary>
internal sealed class ProviderSessions(TimeProvider clock)
{
    private const int HandleBytes = 32;

    private readonly ConcurrentDictionary<string, ProviderSession> _byHandle = new(StringComparer.Ordinal);

    /// <summary>The living session behind a handle, or null.</summary>
    public ProviderSession? Find(string? handle) =>
        handle is not null && _byHandle.TryGetValue(Key(handle), out var session) && clock.GetUtcNow() < session.ExpiresAt ? session : null;

    /// <summary>Begins a session and returns its handle.</summary>
    public string Begin(ProviderUser user, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, session) in _byHandle)
            if (session.ExpiresAt <= now) _byHandle.TryRemove(key, out _);

        var handle = Random();
        _byHandle[Key(handle)] = new ProviderSession(user, Random(), now, now + lifetime);
        return handle;
    }

    /// <summary>Ends the session behind a handle; null when there was none.</summary>
    public ProviderSession? End(string? handle) => handle is not null && _byHandle.TryRemove(Key(handle), out var session) ? session : null;

    /// <summary>Ends the sessions of a user, all or the one of that index; null when there was none.</summary>
    public ProviderSession? End(string subject, string? index)
    {
        ProviderSession? ended = null;
        foreach (var (key, session) in _byHandle)
            if (session.User.Subject == subject && (index is null || session.Index == index) && _byHandle.TryRemove(key, out var removed))
                ended = removed;
        return ended;
    }

    /// <summary>Ends all sessions.</summary>
    public void Clear() => _byHandle.Clear();

    public static string Random() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(HandleBytes));

    private static string Key(string handle) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));
}
