using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Browsers.Setup;

/// <summary>The machine that the harness runs on.</summary>
public sealed class ThisMachine : IMachine
{
    private static readonly TimeSpan NoProgressLimit = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public MachineSystem System { get; } =
        OperatingSystem.IsWindows() ? MachineSystem.Windows : OperatingSystem.IsMacOS() ? MachineSystem.MacOS : MachineSystem.Linux;

    /// <inheritdoc/>
    public bool IsRoot => Environment.IsPrivilegedProcess;

    /// <inheritdoc/>
    public bool HasCompiler => PreloadLibrary.HasCompiler;

    /// <summary>
    /// Playwright's installer is the driver that our restore put beside this program. It is started here rather than
    /// through Playwright, whose call can neither be cancelled nor limited.
    /// </summary>
    public Command? PlaywrightInstaller
    {
        get
        {
            var node = DriverProgram.Find();
            var script = Path.Combine(DriverProgram.Folder, "package", "cli.js");
            DriverProgram.LetRun(node);
            return node is not null && File.Exists(script)
                ? new Command(node, script, "install", "--only-shell", "chromium")
                : null;
        }
    }

    /// <inheritdoc/>
    public bool FileExists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public IReadOnlyList<string> Lines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];

    /// <inheritdoc/>
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PlaywrightChromiumsAsync(CancellationToken cancellation)
    {
        var full = (await PlaywrightDriver.GetAsync(cancellation)).Chromium.ExecutablePath;

        // …/chromium-1248/chrome-linux64/chrome has
        // …/chromium_headless_shell-1248/chrome-headless-shell-linux64/chrome-headless-shell beside it.
        var build = Path.GetDirectoryName(Path.GetDirectoryName(full)) ?? "";
        var shells = build.Replace("chromium-", "chromium_headless_shell-", StringComparison.Ordinal);
        return Directory.Exists(shells)
            ? [.. Directory.EnumerateFiles(shells, "*headless*shell*", SearchOption.AllDirectories).Where(IsProgram), full]
            : [full];
    }

    /// <inheritdoc/>
    public Task<string?> RunAsync(Command command, Action<string> progress, CancellationToken cancellation) =>
        new CommandRun(command, NoProgressLimit).RunAsync(progress, cancellation);

    private static bool IsProgram(string path) =>
        Path.GetFileName(path) is "chrome-headless-shell" or "headless_shell" or "chrome-headless-shell.exe";
}
