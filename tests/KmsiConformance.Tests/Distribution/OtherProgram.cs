using System.Diagnostics;

namespace KmsiConformance.Tests.Distribution;

/// <summary>A program that is run to its end, in a folder of its own choice.</summary>
internal static class OtherProgram
{
    /// <summary>Runs to the end, at most four minutes.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs the SDK, which leaves nothing running that would keep our pipes open.</summary>
    public static Task<(int ExitCode, string Output, string Error)> DotnetAsync(string folder, params string[] arguments) => RunAsync(
        "dotnet", folder,
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
        arguments);
}
