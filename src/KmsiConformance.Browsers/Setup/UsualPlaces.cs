namespace KmsiConformance.Browsers.Setup;

/// <summary>
/// Where Chromium and its kin are found once installed; the fastest first. Programs only: a wrapper script such as
/// Debian's <c>/usr/bin/chromium</c> brings switches of its own.
/// </summary>
public static class UsualPlaces
{
    /// <summary>The places of a system, best first.</summary>
    public static IEnumerable<string> On(IMachine machine) => machine.System switch
    {
        MachineSystem.Windows => OnWindows(machine),
        MachineSystem.MacOS => OnMacOS(machine),
        _ =>
        [
            "/usr/lib/chromium/chromium-headless-shell",
            "/usr/lib64/chromium-browser/headless_shell",
            "/usr/lib/chromium/chromium",
            "/usr/lib64/chromium-browser/chromium-browser",
            "/usr/lib/chromium-browser/chromium-browser",
            "/opt/google/chrome/chrome",
            "/opt/microsoft/msedge/msedge",
        ],
    };

    /// <summary>The places of Firefox, best first; Ubuntu's <c>/usr/bin/firefox</c> is a snap, which sees no profile of ours.</summary>
    public static IEnumerable<string> OfFirefox(IMachine machine) => machine.System switch
    {
        MachineSystem.Windows =>
            from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
            let folder = machine.Variable(root)
            where !string.IsNullOrEmpty(folder)
            select $@"{folder}\Mozilla Firefox\firefox.exe",
        MachineSystem.MacOS =>
            from root in new[] { "", machine.Variable("HOME") ?? "" }
            select $"{root}/Applications/Firefox.app/Contents/MacOS/firefox",
        _ =>
        [
            "/usr/lib/firefox-esr/firefox-esr",
            "/usr/lib/firefox/firefox",
            "/usr/lib64/firefox/firefox",
            "/opt/firefox/firefox",
        ],
    };

    private static IEnumerable<string> OnWindows(IMachine machine) =>
        from program in new[]
        {
            @"Google\Chrome\Application\chrome.exe",
            @"Chromium\Application\chrome.exe",
            @"Microsoft\Edge\Application\msedge.exe",
        }
        from root in new[] { "ProgramFiles", "ProgramFiles(x86)", "LocalAppData" }
        let folder = machine.Variable(root)
        where !string.IsNullOrEmpty(folder)
        select $@"{folder}\{program}";

    private static IEnumerable<string> OnMacOS(IMachine machine) =>
        from app in new[] { "Google Chrome", "Chromium", "Microsoft Edge" }
        from root in new[] { "", machine.Variable("HOME") ?? "" }
        select $"{root}/Applications/{app}.app/Contents/MacOS/{app}";
}
