using KmsiConformance.Reference.Kernel.Cookies;

namespace KmsiConformance.Reference.Kernel.Sessions;

/// <summary>What an event led to.</summary>
public enum SessionOutcome
{
    /// <summary>The session answers for the user; nobody is asked.</summary>
    Silent,

    /// <summary>Credentials are needed.</summary>
    Prompt,

    /// <summary>The session's identity provider must vouch for the user anew; see <see cref="SessionTransition.ProviderToAsk"/>.</summary>
    ProviderNeeded,

    /// <summary>The session answers for the user, but the policy wants a second factor.</summary>
    SecondFactorNeeded,

    /// <summary>A new session began.</summary>
    Began,

    /// <summary>The user signed out.</summary>
    Ended,
}

/// <summary>What the browser's session cookie is told.</summary>
public abstract record CookieOrder
{
    private CookieOrder()
    {
    }

    /// <summary>Why the cookie is written.</summary>
    /// <param name="handle">The handle of a session that begins; null for the one that the browser already has.</param>
    public CookieUse Use(string? handle) => this switch
    {
        Delete => CookieUse.Deleted,
        _ when handle is null => CookieUse.Renewed,
        Set { MaxAge: not null } => CookieUse.BegunKept,
        _ => CookieUse.Begun,
    };

    /// <summary>No <c>Set-Cookie</c> at all.</summary>
    public sealed record Leave : CookieOrder;

    /// <summary>Set it; null for <paramref name="MaxAge"/> makes it end with the browser.</summary>
    public sealed record Set(TimeSpan? MaxAge) : CookieOrder;

    /// <summary>Delete it.</summary>
    public sealed record Delete : CookieOrder;
}

/// <summary>The state after an event, what it led to, and what to tell the browser.</summary>
/// <param name="Session">The session from now on; null when there is none.</param>
public sealed record SessionTransition(Session? Session, SessionOutcome Outcome, CookieOrder Cookie)
{
    /// <summary>For <see cref="SessionOutcome.ProviderNeeded"/>, the technical profile of the identity provider.</summary>
    public string? ProviderToAsk { get; init; }

    /// <summary>For a sign-out, the session that was there: its applications are to be told. Null when there was none.</summary>
    public Session? SignedOut { get; init; }
}
