using System.Collections.ObjectModel;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.Sessions;

/// <summary>Something that happens to a session, under the settings of the policy that runs .</summary>
public abstract record SessionEvent(SessionSettings Settings, DateTimeOffset At);

/// <summary>An application asks for a sign-in.</summary>
/// <param name="CredentialsDemanded">The request demands credentials even if there is a session (<c>prompt=login</c>).</param>
/// <param name="MaxAge">The longest time since credentials were accepted that the application puts up with.</param>
public sealed record SignInAsked(SessionSettings Settings, DateTimeOffset At, bool CredentialsDemanded = false, TimeSpan? MaxAge = null)
    : SessionEvent(Settings, At)
{
    /// <summary>The identity providers that the policy offers, and what its sessions remember of each (C-18).</summary>
    public IReadOnlyDictionary<string, ProviderMemory> Providers { get; init; } = ReadOnlyDictionary<string, ProviderMemory>.Empty;
}

/// <summary>Credentials were accepted, here or by an identity provider.</summary>
/// <param name="BoxOffered">Whether the page showed the box.</param>
/// <param name="BoxTicked">Whether the browser says that it was ticked.</param>
public sealed record CredentialsAccepted(
    SessionSettings Settings, DateTimeOffset At, SessionKey Key, string Subject, bool BoxOffered, bool BoxTicked)
    : SessionEvent(Settings, At)
{
    /// <summary>The technical profile of the identity provider that accepted them; null for a local account.</summary>
    public string? Provider { get; init; }
}

/// <summary>The identity provider that a session was to ask again has vouched for <paramref name="Subject"/> anew.</summary>
public sealed record ProviderAnswered(SessionSettings Settings, DateTimeOffset At, string Provider, string Subject) : SessionEvent(Settings, At);

/// <summary>The user signs out.</summary>
public sealed record SignOutAsked(SessionSettings Settings, DateTimeOffset At) : SessionEvent(Settings, At);
