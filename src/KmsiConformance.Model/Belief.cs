using System.Collections.Immutable;

namespace KmsiConformance.Model;

/// <summary>
/// What is known at one moment of a journey, from what was done so far and from the documents alone. Nothing is changed in
/// place: each act leads to another belief.
/// </summary>
public sealed record Belief
{
    /// <summary>
    /// How far two moments have to lie apart to be told apart: a browser takes its time, and cookies are counted in seconds.
    /// </summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Before anything was done.</summary>
    public static readonly Belief Beginning = new();

    /// <summary>Time since the journey began.</summary>
    public TimeSpan Now { get; init; }

    /// <summary>All sessions of the login endpoint that ever began, by number.</summary>
    public ImmutableSortedDictionary<int, LoginSession> Sessions { get; init; } = ImmutableSortedDictionary<int, LoginSession>.Empty;

    /// <summary>The cookies that the browser holds.</summary>
    public CookieJar Jar { get; init; } = CookieJar.Empty;

    /// <summary>While a private window is open: what the profile behind it holds; null otherwise.</summary>
    public CookieJar? Behind { get; init; }

    /// <summary>Copies of session cookies outside the browser: the number of the session, by who shares it.</summary>
    public ImmutableSortedDictionary<string, int> Copies { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The last tokens of each app.</summary>
    public ImmutableSortedDictionary<string, AppTokens> Tokens { get; init; } = ImmutableSortedDictionary<string, AppTokens>.Empty;

    /// <summary>Apps that signed somebody in and were not signed out since.</summary>
    public ImmutableSortedSet<string> SignedIn { get; init; } = [];

    /// <summary>Whether a copy was ever put back: which credentials a token speaks of is then hard to say.</summary>
    public bool EverPasted { get; init; }

    /// <summary>Whether a moment has come; null when it is too near to tell.</summary>
    public bool? HasCome(TimeSpan moment) => HasCome(moment, moment);

    /// <summary>Whether a moment has come that lies somewhere between two others; null when it cannot be told.</summary>
    public bool? HasCome(TimeSpan earliest, TimeSpan latest) =>
        Now <= earliest - Margin ? false : Now >= latest + Margin ? true : null;

    /// <summary>The same with another state of one session.</summary>
    internal Belief With(LoginSession session) => this with { Sessions = Sessions.SetItem(session.Number, session) };
}

/// <summary>A session of the login endpoint.</summary>
/// <param name="Number">Sessions are numbered in the order of their beginning.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Kept">Whether the user asked to be kept signed in.</param>
/// <param name="Given">When credentials were given.</param>
public sealed record LoginSession(int Number, string User, bool Kept, TimeSpan Given)
{
    /// <summary>The last use that certainly counts as one.</summary>
    public TimeSpan Used { get; init; } = Given;

    /// <summary>The last time that may be counted as use: a page came although the session lived.</summary>
    public TimeSpan PerhapsUsed { get; init; } = Given;

    /// <summary>How it ended before its time; null while it did not.</summary>
    public Ending? Ended { get; init; }

    /// <summary>The apps that it signed in.</summary>
    public ImmutableSortedSet<string> Apps { get; init; } = [];
}

/// <summary>How a session ends before its time is over.</summary>
public enum Ending
{
    /// <summary>The user signed out.</summary>
    SignedOut,

    /// <summary>Credentials were given anew in the same browser: no document says what becomes of the session before.</summary>
    Replaced,
}

/// <summary>What one browser holds.</summary>
public sealed record CookieJar
{
    /// <summary>Nothing.</summary>
    public static readonly CookieJar Empty = new();

    /// <summary>Cookies of the login endpoint's sessions, by who shares the session.</summary>
    public ImmutableSortedDictionary<string, LoginCookie> Login { get; init; } = ImmutableSortedDictionary<string, LoginCookie>.Empty;

    /// <summary>Sessions of the apps' own; their cookies end with the browser.</summary>
    public ImmutableSortedDictionary<string, AppSession> Apps { get; init; } = ImmutableSortedDictionary<string, AppSession>.Empty;

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

/// <summary>What an app was given.</summary>
/// <param name="Session">The number of the session that it came from; 0 where nobody shares sessions.</param>
/// <param name="User">Whom it names.</param>
/// <param name="Issued">When.</param>
/// <param name="UnderOtherPolicy">Under which policy.</param>
public sealed record AppTokens(int Session, string User, TimeSpan Issued, bool UnderOtherPolicy);
