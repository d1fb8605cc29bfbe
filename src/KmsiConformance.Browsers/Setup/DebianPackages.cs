using KmsiConformance.Clocks.Processes;
namespace KmsiConformance.Browsers.Setup;

/// <summary>The packages of Debian and its kin that give a browser, and a clock for it.</summary>
internal sealed class DebianPackages
{
    /// <summary>Succeeds when sudo needs no password.</summary>
    public static readonly Command MayBecomeRoot = new("sudo", "-n", "true");

    private readonly IMachine _machine;

    private DebianPackages(IMachine machine, IReadOnlyList<string> names) => (_machine, Names) = (machine, names);

    public IReadOnlyList<string> Names { get; }

    public Command Update => AsRoot(["apt-get", "update"]);

    public Command Install => AsRoot(["apt-get", "install", "-y", "--no-install-recommends", .. Names]);

    /// <summary>libfaketime only where our own clock cannot be compiled.</summary>
    public static DebianPackages Chromium(IMachine machine) => new(machine, machine.HasCompiler
        ? ["chromium-headless-shell", "chromium"]
        : ["chromium-headless-shell", "chromium", "libfaketime"]);

    /// <summary>Without libfaketime: Firefox does not start under it.</summary>
    public static DebianPackages Firefox(IMachine machine) => new(machine, ["firefox-esr"]);

    /// <summary>Installs them where that can be done without asking.</summary>
    /// <param name="say">Told of each step.</param>
    /// <param name="tried">Told of what did not work.</param>
    /// <returns>Whether they are installed now.</returns>
    public async Task<bool> InstallAsync(Action<string> say, Action<string> tried, CancellationToken cancellation)
    {
        if (!IsDebian(_machine))
        {
            tried("Debian packages: this is neither Debian nor Ubuntu");
            return false;
        }

        if (!_machine.IsRoot && await _machine.RunAsync(MayBecomeRoot, _ => { }, cancellation) is not null)
        {
            tried($"{Install}: needs root, or sudo without a password");
            return false;
        }

        say($"Installing Debian's packages: {string.Join(' ', Names)}…");

        // An update that fails in part (one dead mirror) may still do.
        if (await _machine.RunAsync(Update, say, cancellation) is { } stale)
            tried($"{Update}: {stale}");
        if (await _machine.RunAsync(Install, say, cancellation) is not { } failure)
            return true;

        say($"{Install} failed: {failure}");
        tried($"{Install}: {failure}");
        return false;
    }

    private static bool IsDebian(IMachine machine) => machine.System == MachineSystem.Linux
        && machine.Lines("/etc/os-release").Any(line =>
            line.StartsWith("ID", StringComparison.Ordinal)
            && (line.Contains("debian", StringComparison.Ordinal) || line.Contains("ubuntu", StringComparison.Ordinal)));

    private Command AsRoot(IReadOnlyList<string> command) => _machine.IsRoot
        ? new Command(command[0], [.. command.Skip(1)])
        : new Command("sudo", ["-n", .. command]);
}
