using System.Collections.Immutable;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <summary>
/// Who shares a session: the tenant, one application (<paramref name="ClientId"/>) or one policy
/// (<paramref name="PolicyId"/>).
/// </summary>
public sealed record SessionKey(string? ClientId = null, string? PolicyId = null)
{
    /// <summary>The session that all applications and policies share.</summary>
    public static readonly SessionKey Tenant = new();
}

/// <summary>One session as the service remembers it. All times are UTC and belong to the service's clock.</summary>
/// <param name="Subject">Object id of the user.</param>
/// <param name="BoxTicked">Whether "Keep me signed in" was offered and ticked at sign-in.</param>
/// <param name="Kept">Whether the tick had an effect (R-039: not when KeepAliveInDays is 0).</param>
/// <param name="SignedInAt">When credentials were last accepted; silent sign-ins do not change it.</param>
/// <param name="ExpiresAt">From this moment on the service itself refuses the session .</param>
public sealed record Session(
    SessionKey Key, string Subject, bool BoxTicked, bool Kept, DateTimeOffset SignedInAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The technical profile of the identity provider that vouched for the user; null for a local account.</summary>
    public string? Provider { get; init; }

    /// <summary>The user's session there, by which a SAML provider is told of a sign-out; null where it was not named.</summary>
    public SessionAtProvider? AtProvider { get; init; }

    /// <summary>When it last answered for the user, or credentials were accepted. Only faults ask.</summary>
    public DateTimeOffset UsedAt { get; init; }

    /// <summary>When a second factor was accepted in this session; null when none was.</summary>
    public DateTimeOffset? SecondFactorAt { get; init; }

    /// <summary>
    /// What applications may know the session by: opaque, and of no use as a handle. It stays the same when the user gives
    /// the password again.
    /// </summary>
    public string Sid { get; init; } = "";

    /// <summary>The applications that the session signed in, each once, in the order of their first sign-in (R-102, N-50).</summary>
    public ImmutableList<Participant> Participants { get; init; } = [];

    /// <summary>The claims that it remembers, by the technical profile that gave them: none of these is asked again.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, object>> Remembered { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, object>>.Empty;
}

/// <summary>A session at an identity provider, as the provider names it.</summary>
/// <param name="Subject">Its name for the user.</param>
public sealed record SessionAtProvider(string Subject, string? SessionIndex);

/// <summary>An application that takes part in a session.</summary>
public sealed record Participant(string ClientId);
