namespace KmsiConformance.Suite.Steps.Restarts;

/// <summary>How a browser's process ends, and how the next one starts.</summary>
public static class RestartKind
{
    /// <summary>Closed in the ordinary way; the next one starts on the same profile.</summary>
    public const string Quit = "quit";

    /// <summary>Killed without warning.</summary>
    public const string Crash = "crash";

    /// <summary>Closed in the ordinary way; the next one goes on where the user left off, session cookies included (N-82).</summary>
    public const string RestoreSession = "restore-session";

    /// <summary>Closed in the ordinary way; the next one shows a private window, until it is restarted in its turn.</summary>
    public const string PrivateWindow = "private-window";
}
