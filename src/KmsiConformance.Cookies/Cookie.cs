using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Cookies;

/// <summary>A stored cookie (RFC 6265bis, 5.7). Every character of a text is one octet: nothing is decoded.</summary>
public sealed record Cookie
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    /// <summary>Without a leading dot, in small letters.</summary>
    public required string Domain { get; init; }

    /// <summary>Whether only the very host gets it back; otherwise its subdomains do too.</summary>
    public required bool HostOnly { get; init; }

    public required string Path { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastAccessAt { get; init; }

    /// <summary>UTC; null for a cookie that ends with the session.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public bool Secure { get; init; }

    public bool HttpOnly { get; init; }

    public SameSite SameSite { get; init; }

    /// <summary>The top-level site under which alone it is seen; null for a cookie that is not partitioned.</summary>
    public PartitionKey? Partition { get; init; }

    /// <summary>Tells apart cookies that were created within one tick of the clock.</summary>
    internal long Order { get; init; }

    /// <summary>What makes two cookies the same one (5.7, step 22), and the partition, which the draft does not know.</summary>
    internal CookieIdentity Identity => new(Name, Domain, HostOnly, Path, Partition);

    /// <summary>Whether its time has come. The very moment of expiry counts, as it does in browsers.</summary>
    public bool IsExpired(DateTimeOffset now) => ExpiresAt is { } until && until <= now;
}

/// <summary>At most one cookie of a store has this identity.</summary>
internal readonly record struct CookieIdentity(string Name, string Domain, bool HostOnly, string Path, PartitionKey? Partition);

/// <summary>What the <c>SameSite</c> attribute asks for (5.6.7).</summary>
public enum SameSite
{
    /// <summary>The attribute was absent or had an unknown value; enforced like <see cref="Lax"/>, N-73.</summary>
    Default,

    None,

    Lax,

    Strict,
}
