namespace KmsiConformance.Browsers.Chromium;

/// <summary>A build of Chromium.</summary>
public enum ChromiumBuild
{
    /// <summary>A small program without windows: starts in half the time, has no settings of a user's.</summary>
    HeadlessShell,

    /// <summary>The browser that users have, with or without a window; Chrome and Edge too.</summary>
    Full,
}

/// <summary>Tells the builds apart and says what each can do.</summary>
public static class ChromiumBuilds
{
    /// <summary>
    /// The build that a running Chromium says it is: the product of its protocol is <c>HeadlessChrome/156.0…</c> in the
    /// headless shell and <c>Chrome/156.0…</c> or <c>Edg/156.0…</c> in the full build, with a window or without one.
    /// </summary>
    public static ChromiumBuild Answered(string product) =>
        product.StartsWith("Headless", StringComparison.Ordinal) ? ChromiumBuild.HeadlessShell : ChromiumBuild.Full;

    /// <summary>
    /// The build that a program is called, to know which to try first: <c>chromium-headless-shell</c>,
    /// <c>headless_shell</c>, <c>chrome-headless-shell</c>. What it is says <see cref="Answered"/> alone.
    /// </summary>
    public static ChromiumBuild Called(string executable)
    {
        var name = Path.GetFileNameWithoutExtension(executable);
        return name.Contains("headless", StringComparison.OrdinalIgnoreCase) && name.Contains("shell", StringComparison.OrdinalIgnoreCase)
            ? ChromiumBuild.HeadlessShell
            : ChromiumBuild.Full;
    }

    /// <summary>Its name on the command line and in files.</summary>
    public static string Text(this ChromiumBuild build) => build == ChromiumBuild.Full ? "full" : "headless-shell";

    /// <summary>Why a build cannot be what a scenario needs; null when it can.</summary>
    public static string? WhyNot(this ChromiumBuild build, BrowserConditions conditions) => (build, conditions) switch
    {
        (_, { ThirdPartyCookies: Cookies.ThirdPartyCookies.Partitioned }) =>
            "Chromium keeps no cookie apart by top-level site unless the cookie asks for it (Partitioned): it allows or blocks "
            + "third-party cookies. Use --browser firefox or --browser simulated.",
        (ChromiumBuild.HeadlessShell, { ThirdPartyCookies: Cookies.ThirdPartyCookies.Blocked }) =>
            "Chromium's headless shell always allows third-party cookies. "
            + "Use a full Chromium (--chromium-build full), --browser firefox or --browser simulated.",
        (ChromiumBuild.HeadlessShell, { RestoresSession: true }) =>
            "Chromium's headless shell cannot go on where the user left off. "
            + "Use a full Chromium (--chromium-build full), --browser firefox or --browser simulated.",
        _ => null,
    };
}
