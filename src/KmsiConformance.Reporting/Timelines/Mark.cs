namespace KmsiConformance.Reporting.Timelines;

/// <summary>What a mark on the timeline stands for; each has a shape of its own.</summary>
public enum MarkKind
{
    /// <summary>The app was opened and the login endpoint answered without asking.</summary>
    Silent,

    /// <summary>A credential page was shown.</summary>
    Prompt,

    /// <summary>Credentials were given and the app began a session.</summary>
    SignedIn,

    /// <summary>The app had a live session of its own and did not ask.</summary>
    AppSession,

    /// <summary>The credentials were turned down.</summary>
    Rejected,

    /// <summary>The login endpoint answered the app with an error.</summary>
    Error,

    /// <summary>The recipe could not tell what happened.</summary>
    Unknown,

    /// <summary>A credential page was filled in and sent.</summary>
    Credentials,

    /// <summary>The app's own session was ended by signing out.</summary>
    SignOut,

    /// <summary>The app was told of a sign-out elsewhere.</summary>
    Notified,

    /// <summary>A request of the login endpoint reached the identity provider.</summary>
    ProviderAsked,

    /// <summary>A page that came between was answered.</summary>
    Answered,

    /// <summary>The world clock was moved.</summary>
    ClockMove,

    /// <summary>The browser was closed.</summary>
    Quit,

    /// <summary>The browser was killed.</summary>
    Crash,

    /// <summary>The harness itself failed.</summary>
    HarnessFault,
}

/// <summary>One thing that happened, on the row of whom it happened to.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Row">Name of the row.</param>
/// <param name="When">When; <see cref="Moment.Row"/> is the row again, so that the scale gives it room.</param>
/// <param name="Text">The tooltip, without the time.</param>
public sealed record Mark(MarkKind Kind, string Row, Moment When, string Text);
