using System.Collections.Immutable;
using System.Collections.ObjectModel;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.Kernel.Sessions;

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

    /// <summary>Whether the policy's journey has a step that asks for a second factor.</summary>
    public SecondFactorDemand SecondFactor { get; init; }

    /// <summary>The application that asks, if the session is to remember it.</summary>
    public Participant? By { get; init; }

    /// <summary>Whether nobody may be asked (<c>prompt=none</c>).</summary>
    public bool MayNotAsk { get; init; }
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

    /// <summary>The user's session there, where the provider named it.</summary>
    public SessionAtProvider? AtProvider { get; init; }

    /// <summary>Whether a second factor was accepted as well.</summary>
    public bool SecondFactorGiven { get; init; }

    /// <summary>The application that the user signs in to, if the session is to remember it.</summary>
    public Participant? By { get; init; }

    /// <summary>When the page came that asked for them; null where nobody noted it.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>A fresh name for the session: chance has to come from outside.</summary>
    public string Sid { get; init; } = "";
}

/// <summary>A second factor was accepted for a session that had none.</summary>
public sealed record SecondFactorAccepted(SessionSettings Settings, DateTimeOffset At) : SessionEvent(Settings, At);

/// <summary>Technical profiles gave claims that the session is to remember.</summary>
/// <param name="Claims">The claims, by technical profile and claim type.</param>
public sealed record ClaimsGiven(
    SessionSettings Settings, DateTimeOffset At, ImmutableDictionary<string, ImmutableDictionary<string, object>> Claims)
    : SessionEvent(Settings, At);

/// <summary>
/// A sign-in that was interrupted by a question, to the session's identity provider or for a second factor, goes on.
/// </summary>
/// <param name="Asked">What the application had asked for; only what was not answered yet counts.</param>
/// <param name="Subject">For whom the question was answered.</param>
public sealed record SignInResumed(SignInAsked Asked, string Subject) : SessionEvent(Asked.Settings, Asked.At)
{
    /// <summary>The user's session at the identity provider, where it named one: it may be another than before.</summary>
    public SessionAtProvider? AtProvider { get; init; }
}

/// <summary>The user signs out.</summary>
public sealed record SignOutAsked(SessionSettings Settings, DateTimeOffset At) : SessionEvent(Settings, At);

/// <summary>Whether a policy wants a second factor, and whether the session may remember it.</summary>
public enum SecondFactorDemand
{
    /// <summary>The journey has no such step.</summary>
    None,

    /// <summary>Once in the session's life .</summary>
    OncePerSession,

    /// <summary>Every time: the step takes part in no session management.</summary>
    Always,
}
