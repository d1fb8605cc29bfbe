using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Clocks;

namespace KmsiConformance.Bench.Scheduling;

/// <summary>A night with workers that are processes, one of which is killed where the night says so.</summary>
/// <param name="arguments">What each worker is told besides what it is.</param>
internal sealed class Workers(Night night, double scale, string[] arguments)
{
    /// <summary>How long it takes, in milliseconds of the night.</summary>
    /// <param name="queue">The address of the queue; null divides the plan.</param>
    public async Task<double> MeasureAsync(string? queue, string name)
    {
        // How long programs take to start is no matter of the order: the night begins when all are there.
        var done = new HashSet<string>(StringComparer.Ordinal);
        using var ready = new CountdownEvent(night.Speeds.Count);
        var workers = night.Speeds.Select((speed, index) => Start(queue, name, index + 1, speed, done, ready)).ToList();
        while (!ready.IsSet) await RealTime.Delay(TimeSpan.FromMilliseconds(20));
        foreach (var worker in workers) await worker.StandardInput.WriteLineAsync();
        var clock = Stopwatch.StartNew();
        if (night.Died() is { } died)
        {
            await RealTime.Delay(TimeSpan.FromMilliseconds(died * scale));
            workers[^1].Kill();
        }

        foreach (var worker in workers) await worker.WaitForExitAsync();
        foreach (var worker in workers) worker.Dispose();

        // What a share that is lost had left, one does again in the end.
        foreach (var left in night.Scenarios.Where(scenario => !done.Contains(scenario.Id)))
            await RealTime.Delay(TimeSpan.FromMilliseconds(night.Actual[left.Id] * scale / night.Speeds[0]));
        return clock.Elapsed.TotalMilliseconds / scale;
    }

    private Process Start(string? queue, string name, int index, double speed, HashSet<string> done, CountdownEvent ready)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [
            "worker", queue ?? "-", name, Number(index), Number(night.Speeds.Count), Number(speed), .. arguments,
        ])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data == Worker.Ready) ready.Signal();
            if (line.Data?.Split(' ') is ["done", var id])
                lock (done) done.Add(id);
        };
        process.BeginOutputReadLine();
        return process;
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
