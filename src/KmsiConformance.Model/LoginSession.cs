using System.Collections.Immutable;

namespace KmsiConformance.Model;

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

    /// <summary>Whether the identity provider vouched for the user.</summary>
    public bool IsFederated { get; init; }

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

    /// <summary>A sign-out was refused: no document says whether it ended the session.</summary>
    Doubtful,

    /// <summary>Credentials were given anew in the same browser: no document says what becomes of the session before.</summary>
    Replaced,
}
