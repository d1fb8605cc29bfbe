namespace KmsiConformance.Worlds.Browsers.Setup;

/// <summary>The packages of Debian and its kin that give a browser, and a clock for it.</summary>
internal sealed class DebianPackages(IMachine machine)
{
    /// <summary>Succeeds when sudo needs no password.</summary>
    public static readonly Command MayBecomeRoot = new("sudo", "-n", "true");

    /// <summary>libfaketime only where our own clock cannot be compiled.</summary>
    public IReadOnlyList<string> Names { get; } = machine.HasCompiler
        ? ["chromium-headless-shell", "chromium"]
        : ["chromium-headless-shell", "chromium", "libfaketime"];

    public Command Update => AsRoot(["apt-get", "update"]);

    public Command Install => AsRoot(["apt-get", "install", "-y", "--no-install-recommends", .. Names]);

    public static bool IsDebian(IMachine machine) => machine.System == MachineSystem.Linux
        && machine.Lines("/etc/os-release").Any(line =>
            line.StartsWith("ID", StringComparison.Ordinal)
            && (line.Contains("debian", StringComparison.Ordinal) || line.Contains("ubuntu", StringComparison.Ordinal)));

    private Command AsRoot(IReadOnlyList<string> command) => machine.IsRoot
        ? new Command(command[0], [.. command.Skip(1)])
        : new Command("sudo", ["-n", .. command]);
}
