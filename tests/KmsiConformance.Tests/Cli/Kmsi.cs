using System.Diagnostics;
using KmsiConformance.Clocks;
using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.Cli;

/// <summary>Runs the program as a user does: another process, its exit code and what it prints.</summary>
internal sealed class Kmsi : IDisposable
{
    private readonly Process _process;

    private Kmsi(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Runs to the end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var kmsi = Start(arguments);
        return await kmsi.EndAsync();
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Kmsi Start(params string[] arguments) => Start(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>Starts it with environment variables.</summary>
    public static Kmsi Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        StartIn(Repository.Root, environment, arguments);

    /// <summary>Starts it in a folder, with environment variables.</summary>
    public static Kmsi StartIn(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // Whoever runs the tests in the background has Ctrl-C ignored, and so would have everything that they start.
        string[] command = [.. OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : Array.Empty<string>(), "dotnet",
            Path.Combine(AppContext.BaseDirectory, "kmsi.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new Kmsi(Process.Start(start)!);
    }

    /// <summary>Waits for the end, at most three minutes.</summary>
    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await output, await error);
    }

    /// <summary>The next line of the ordinary output.</summary>
    public async Task<string?> LineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>Asks it to end as Ctrl-C does.</summary>
    public void Interrupt() => Signal("INT", Id);

    /// <summary>Stops it where it stands, and lets it go on after a while.</summary>
    public async Task StandStillAsync(TimeSpan time)
    {
        Signal("STOP", Id);
        await RealTime.Delay(time);
        Signal("CONT", Id);
    }

    /// <summary>Sends a signal to a process.</summary>
    public static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it as a machine does that is switched off.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
