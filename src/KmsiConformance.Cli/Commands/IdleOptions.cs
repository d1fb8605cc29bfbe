using System.CommandLine;

namespace KmsiConformance.Cli.Commands;

/// <summary>Options that would have no effect beside others: whoever writes one expects something of it, and is told.</summary>
internal static class IdleOptions
{
    /// <summary>Whether it stands on the command line.</summary>
    public static bool IsGiven(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Refuses each of the options that is given.</summary>
    /// <param name="beside">What it stands beside, such as <c>--browser simulated</c>.</param>
    /// <param name="because">Why it has no effect there, as the rest of a sentence.</param>
    /// <exception cref="UserErrorException">One is given.</exception>
    public static void Refuse(this ParseResult parsed, string beside, string because, params Option[] idle)
    {
        if (Array.Find(idle, parsed.IsGiven) is { } given)
            throw new UserErrorException($"{given.Name} has no effect with {beside}, {because}. Leave one of them out.");
    }

    /// <summary>Refuses the programs and windows of browsers that are not asked for.</summary>
    /// <param name="browser">The browser asked for.</param>
    /// <param name="chromium">The option that names a Chromium; likewise Firefox.</param>
    public static void RefuseOtherBrowsers(this ParseResult parsed, string browser, Option chromium, Option? firefox)
    {
        if (browser is "simulated" or "firefox") parsed.Refuse($"--browser {browser}", "which is another browser", chromium);
        if (browser is "simulated" or "chromium" && firefox is not null)
            parsed.Refuse($"--browser {browser}", "which is another browser", firefox);
    }
}
