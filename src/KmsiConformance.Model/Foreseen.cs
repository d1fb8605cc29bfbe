namespace KmsiConformance.Model;

/// <summary>What the documents say of an act.</summary>
/// <param name="After">What is known afterwards.</param>
/// <param name="Outcome">What a visit comes to; null for other acts.</param>
/// <param name="Because">Ids of requirements from any of which the outcome follows; empty for acts that nobody judges.</param>
/// <param name="Looks">What must be seen afterwards.</param>
public sealed record Foreseen(Belief After, Outcome? Outcome, IReadOnlyList<string> Because, IReadOnlyList<Look> Looks)
{
    /// <summary>An act that is only done.</summary>
    internal static Foreseen Done(Belief after) => new(after, null, [], []);
}

/// <summary>What a visit comes to.</summary>
public enum Outcome
{
    /// <summary>Credentials are asked for, and are accepted.</summary>
    SignedIn,

    /// <summary>Credentials are asked for, and are refused.</summary>
    Rejected,

    /// <summary>Credentials are asked for.</summary>
    Prompt,

    /// <summary>Nobody is asked anything.</summary>
    Silent,

    /// <summary>The app has a session of its own and asks nobody.</summary>
    AppSession,

    /// <summary>The identity provider was chosen, and nobody asked for credentials.</summary>
    SilentAtProvider,

    /// <summary>The identity provider asks for credentials.</summary>
    PromptAtProvider,

    /// <summary>The app gets nothing, whether somebody is asked or the app is refused.</summary>
    NobodySignedIn,

    /// <summary>The app is told that somebody would have to be asked.</summary>
    Error,
}

/// <summary>Something to look at after an act.</summary>
/// <param name="Because">Ids of requirements from any of which it follows.</param>
public abstract record Look(IReadOnlyList<string> Because);

/// <summary>The session cookie of the login endpoint: whether it outlives the browser.</summary>
/// <param name="Persistent">Whether it has an expiry; then it is that of a kept session.</param>
public sealed record LookAtCookie(bool Persistent, IReadOnlyList<string> Because) : Look(Because);

/// <summary>Whether the last visit gave the cookie of a kept session a later expiry.</summary>
public sealed record LookAtRenewal(bool Renewed, IReadOnlyList<string> Because) : Look(Because);

/// <summary>Whom the app's last token names.</summary>
/// <param name="User">The user.</param>
public sealed record LookAtUser(string App, string User, IReadOnlyList<string> Because) : Look(Because);

/// <summary>Whether the app's last token says when credentials were given.</summary>
public sealed record LookAtAuthTime(string App, IReadOnlyList<string> Because) : Look(Because);

/// <summary>Whether an app was told of the sign-out.</summary>
public sealed record LookAtNotice(string App, bool Told, IReadOnlyList<string> Because) : Look(Because);

/// <summary>How often the identity provider was asked to sign somebody in.</summary>
/// <param name="Times">So often.</param>
public sealed record LookAtAsked(int Times, IReadOnlyList<string> Because) : Look(Because);

/// <summary>Whether a second factor was asked for after the password.</summary>
public sealed record LookAtFactor(IReadOnlyList<string> Because) : Look(Because);
