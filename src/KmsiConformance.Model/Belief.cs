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

    /// <summary>The last tokens of each app, on whichever device it was given them.</summary>
    public ImmutableSortedDictionary<string, AppTokens> Tokens { get; init; } = ImmutableSortedDictionary<string, AppTokens>.Empty;

    /// <summary>Apps that signed somebody in and were not signed out since.</summary>
    public ImmutableSortedSet<string> SignedIn { get; init; } = [];

    /// <summary>What was left on the devices that are not in use, by their names.</summary>
    public ImmutableSortedDictionary<string, Desk> Elsewhere { get; init; } = ImmutableSortedDictionary<string, Desk>.Empty;

    /// <summary>The device in use; null for the first.</summary>
    public string? Device { get; init; }

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

/// <summary>What an app was given.</summary>
/// <param name="Session">The number of the session that it came from; 0 where nobody shares sessions.</param>
/// <param name="User">Whom it names.</param>
/// <param name="Issued">When.</param>
/// <param name="UnderOtherPolicy">Under which policy.</param>
/// <param name="Device">On which device; null for the first before any other was used.</param>
public sealed record AppTokens(int Session, string User, TimeSpan Issued, bool UnderOtherPolicy, string? Device);
