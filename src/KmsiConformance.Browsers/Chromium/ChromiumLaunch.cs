using KmsiConformance.Clocks.Standstills;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>How a Chromium is started.</summary>
/// <param name="ExecutablePath">The program itself; see <see cref="Setup.BrowserSetup"/>.</param>
/// <param name="Environment">Added to the harness's own variables: the process clock's.</param>
public sealed record ChromiumLaunch(string ExecutablePath, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether no window is shown.</summary>
    public bool Headless { get; init; } = true;

    /// <summary>What the scenario needs of it.</summary>
    public BrowserConditions Conditions { get; init; } = BrowserConditions.None;

    /// <summary>Which build the program has to be; null for one that has not been asked yet.</summary>
    public ChromiumBuild? Build { get; init; }

    /// <summary>How long a start may take for real.</summary>
    public TimeSpan Limit { get; init; } = CpuPressure.Stretched(TimeSpan.FromSeconds(30));

    /// <summary>Quiet switches: no traffic of the browser's own may mix with the evidence.</summary>
    internal static IEnumerable<string> Switches(StartKind kind)
    {
        if (kind == StartKind.RestoreSession)
            yield return "--restore-last-session";
        yield return "--disable-gpu";
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-sync";
        yield return "--no-first-run";

        // Chromium refuses to run its sandbox as root.
        if (OperatingSystem.IsLinux() && IsRoot)
            yield return "--no-sandbox";
    }

    private static bool IsRoot => System.Environment.IsPrivilegedProcess;
}
