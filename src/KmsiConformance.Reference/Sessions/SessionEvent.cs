using KmsiConformance.Policies;

namespace KmsiConformance.Reference.Sessions;

/// <summary>Something that happens to a session, under the settings of the policy that runs .</summary>
public abstract record SessionEvent(SessionSettings Settings, DateTimeOffset At);

/// <summary>An application asks for a sign-in.</summary>
/// <param name="CredentialsDemanded">The request demands credentials even if there is a session (<c>prompt=login</c>).</param>
/// <param name="MaxAge">The longest time since credentials were accepted that the application puts up with.</param>
public sealed record SignInAsked(SessionSettings Settings, DateTimeOffset At, bool CredentialsDemanded = false, TimeSpan? MaxAge = null)
    : SessionEvent(Settings, At)
{
    /// <summary>The application that asks, if the session is to remember it.</summary>
    public Participant? By { get; init; }
}

/// <summary>Credentials were accepted.</summary>
/// <param name="BoxOffered">Whether the page showed the box.</param>
/// <param name="BoxTicked">Whether the browser says that it was ticked.</param>
public sealed record CredentialsAccepted(
    SessionSettings Settings, DateTimeOffset At, SessionKey Key, string Subject, bool BoxOffered, bool BoxTicked)
    : SessionEvent(Settings, At)
{
    /// <summary>The application that the user signs in to, if the session is to remember it.</summary>
    public Participant? By { get; init; }

    /// <summary>A fresh name for the session: chance has to come from outside.</summary>
    public string Sid { get; init; } = "";
}

/// <summary>The user signs out.</summary>
public sealed record SignOutAsked(SessionSettings Settings, DateTimeOffset At) : SessionEvent(Settings, At);
