using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>What a refresh token stands for.</summary>
/// <param name="Family">Shared by all refresh tokens that come from one sign-in.</param>
/// <param name="SignedInAt">When the first of the family was given.</param>
internal sealed record RefreshGrant(
    string Family, string ClientId, string PolicyId, string Scope, Authentication Authentication, DateTimeOffset SignedInAt,
    DateTimeOffset ExpiresAt);

/// <summary>What became of a refresh token that was presented.</summary>
internal enum RefreshOutcome
{
    /// <summary>It is good.</summary>
    Good,

    /// <summary>Nobody knows it, or its time is over.</summary>
    Unknown,

    /// <summary>
    /// It, or another one of its family, was used twice: somebody has a copy. Or all of the user's were ended.
    /// </summary>
    Revoked,
}

/// <summary>
/// Refresh tokens. Each use gives a new one and ends the old one; an old one that comes again ends all of its family
/// (RFC 9700, 4.14.2). The documents do not say what the service does.
/// </summary>
internal sealed class RefreshTokenStore(TimeProvider clock)
{
    /// <summary>The life of refresh tokens of single-page applications, counted from the sign-in; a fixed value of the service.</summary>
    public static readonly TimeSpan OfSinglePageApps = TimeSpan.FromHours(24);

    // A year: the longest life that a policy can give them.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    private readonly ExpiringStore<RefreshGrant> _live = new(clock, grant => grant.ExpiresAt);
    private readonly ExpiringStore<RefreshGrant> _used = new(clock, grant => grant.ExpiresAt);
    private readonly ExpiringStore<RefreshGrant> _revoked = new(clock, grant => grant.ExpiresAt);

    // When all tokens of a user were revoked last; as many entries as there are accounts.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _revokedAt = new(StringComparer.Ordinal);

    /// <summary>A name for a new family.</summary>
    public static string NewFamily() => Base64Url.Encode(RandomNumberGenerator.GetBytes(16));

    public string Issue(RefreshGrant grant)
    {
        var token = Base64Url.Encode(RandomNumberGenerator.GetBytes(32));
        _live.Put(token, grant);
        return token;
    }

    /// <summary>What a token stands for, without using it.</summary>
    /// <param name="endsFamilies">Whether one that was used already ends all of its family.</param>
    public (RefreshOutcome Outcome, RefreshGrant? Grant) Look(string token, bool endsFamilies)
    {
        if (_used.Peek(token) is { } used)
        {
            if (endsFamilies) Revoke(used);
            return (RefreshOutcome.Revoked, null);
        }

        if (_live.Peek(token) is not { } live) return (RefreshOutcome.Unknown, null);
        return _revoked.Peek(live.Family) is null && !IsRevoked(live) ? (RefreshOutcome.Good, live) : (RefreshOutcome.Revoked, null);
    }

    private bool IsRevoked(RefreshGrant grant) =>
        _revokedAt.TryGetValue(grant.Authentication.User.ObjectId, out var at) && grant.SignedInAt <= at;

    /// <summary>Uses a token; of several who come at once, one gets it.</summary>
    public RefreshGrant? Spend(string token)
    {
        if (_live.Take(token) is not { } spent) return null;
        _used.Put(token, spent);
        return spent;
    }

    /// <summary>Ends all tokens of a family.</summary>
    public void Revoke(RefreshGrant grant) => _revoked.Put(grant.Family, grant with { ExpiresAt = clock.GetUtcNow() + LongestLife });

    /// <summary>Ends all tokens of a user that were given so far.</summary>
    public void RevokeAll(string subject) => _revokedAt[subject] = clock.GetUtcNow();

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        _live.Clear();
        _used.Clear();
        _revoked.Clear();
        _revokedAt.Clear();
    }
}
