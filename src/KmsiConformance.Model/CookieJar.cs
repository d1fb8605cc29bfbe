using System.Collections.Immutable;

namespace KmsiConformance.Model;

/// <summary>What one browser holds.</summary>
public sealed record CookieJar
{
    /// <summary>Nothing.</summary>
    public static readonly CookieJar Empty = new();

    /// <summary>Cookies of the login endpoint's sessions, by who shares the session.</summary>
    public ImmutableSortedDictionary<string, LoginCookie> Login { get; init; } = ImmutableSortedDictionary<string, LoginCookie>.Empty;

    /// <summary>Sessions of the apps' own; their cookies end with the browser.</summary>
    public ImmutableSortedDictionary<string, AppSession> Apps { get; init; } = ImmutableSortedDictionary<string, AppSession>.Empty;

    /// <summary>The session at the identity provider; null where there is none.</summary>
    public ProviderSession? Provider { get; init; }

    /// <summary>Why there is no cookie where one was; the words stand in <see cref="Because"/>.</summary>
    public ImmutableSortedDictionary<string, Loss> Lost { get; init; } = ImmutableSortedDictionary<string, Loss>.Empty;
}

/// <summary>Why a browser no longer has a session cookie.</summary>
public enum Loss
{
    /// <summary>The browser was closed, and the cookie was none that stays.</summary>
    BrowserClosed,

    /// <summary>Somebody deleted it.</summary>
    Deleted,
}

/// <summary>The cookie of a session.</summary>
/// <param name="Session">The session's number.</param>
/// <param name="Persistent">Whether it outlives the browser; null when no document tells.</param>
/// <param name="Set">When it was last set.</param>
/// <param name="Ends">When the browser drops it; null: not by time.</param>
public sealed record LoginCookie(int Session, bool? Persistent, TimeSpan Set, TimeSpan? Ends)
{
    /// <summary>Whether it is a copy that was put back.</summary>
    public bool Pasted { get; init; }

    /// <summary>Whether its value was changed.</summary>
    public bool Altered { get; init; }

    /// <summary>Whether the browser was ended since it was set.</summary>
    public bool OutlivedBrowser { get; init; }

    /// <summary>Whether it is certainly there; a sign-out may have deleted it.</summary>
    public bool Sure { get; init; } = true;
}

/// <summary>A session of an app's own.</summary>
/// <param name="Session">The session of the login endpoint that it came from.</param>
/// <param name="Ends">When it ends.</param>
/// <param name="Sure">Whether it is certainly there.</param>
public sealed record AppSession(int Session, TimeSpan Ends, bool Sure);

/// <summary>A session of the identity provider's own; its cookie outlives the browser.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="Given">When credentials were given.</param>
public sealed record ProviderSession(string User, TimeSpan Given)
{
    /// <summary>How long it lasts, from the credentials or from its last use: whichever, nobody promised.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    /// <summary>The last time that may be counted as use.</summary>
    public TimeSpan PerhapsUsed { get; init; } = Given;

    /// <summary>Whether it is certainly there; a sign-out may have reached it.</summary>
    public bool Sure { get; init; } = true;
}
