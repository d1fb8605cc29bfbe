using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>A product that a shipped target file starts, and what is known of it.</summary>
internal static class ShippedTarget
{
    /// <summary>The addresses of its apps are written in its file: whoever starts one waits for its turn.</summary>
    public static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Runs the scenarios of which something is known, and compares.</summary>
    /// <param name="name">The file's name, without its ending.</param>
    public static async Task IsJudgedAsync(string name, Dictionary<string, Verdict> known, CancellationToken cancellation)
    {
        await Turn.WaitAsync(cancellation);
        try
        {
            await JudgeAsync(name, known, cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task JudgeAsync(string name, Dictionary<string, Verdict> known, CancellationToken cancellation)
    {
        var file = new TargetFileReader(RealBrowser.Suite).Read(Path.Combine(Repository.Scenarios, "targets", name + ".yaml"));
        await using var target = new ProcessTargetKind(file, ClockChoice.Providers);
        await target.PrepareAsync(null, TestContext.Progress.WriteLine, cancellation);
        var worlds = new WorldFactory(await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20));

        var run = await RealBrowser.RunAsync(worlds, file.Profile, null, [.. known.Keys]);
        Assert.That(
            RealBrowser.Verdicts(run), Is.EquivalentTo(known),
            string.Join("\n", run.Scenarios.Select(scenario => $"{scenario.Id}: {scenario.Verdict.Text()} {scenario.Reason}")));
    }
}
