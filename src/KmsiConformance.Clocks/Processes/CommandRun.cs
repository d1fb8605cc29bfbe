using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// Runs an installer that can neither hang the harness (it is ended when it says nothing for too long) nor ask it
/// anything (it has no input).
/// </summary>
public sealed class CommandRun(Command command, TimeSpan noProgressLimit)
{
    private readonly Lock _gate = new();
    private long _lastWord = Stopwatch.GetTimestamp();
    private string _lastLine = "";

    /// <summary>Runs to the end.</summary>
    /// <returns>Null when it succeeded, otherwise why not.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the program and its children are ended.</exception>
    public async Task<string?> RunAsync(Action<string> progress, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = command.Folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data, progress);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, progress);
        try
        {
            process.Start();
        }
        catch (Win32Exception absent)
        {
            return absent.Message;
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return await WaitAsync(process, cancellation);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private async Task<string?> WaitAsync(Process process, CancellationToken cancellation)
    {
        var exit = process.WaitForExitAsync(cancellation);
        while (await Task.WhenAny(exit, RealTime.Delay(TimeSpan.FromMilliseconds(200), cancellation)) != exit)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastWord)) > noProgressLimit)
                return string.Create(CultureInfo.InvariantCulture, $"said nothing for {noProgressLimit.TotalSeconds:0.#} s and was ended");
        }

        await exit;
        return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}{(_lastLine.Length > 0 ? $" ({_lastLine})" : "")}";
    }

    private void Hear(string? line, Action<string> progress)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;

        // Output and error output come on threads of their own.
        lock (_gate)
        {
            Interlocked.Exchange(ref _lastWord, Stopwatch.GetTimestamp());

            // The line that names the cause, not the stack trace below it.
            if (!line.StartsWith(' '))
                _lastLine = line.Trim();
            progress(line.TrimEnd());
        }
    }
}
