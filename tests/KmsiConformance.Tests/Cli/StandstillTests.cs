using System.Globalization;
using KmsiConformance.Clocks;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>A run in which the harness, or a browser, is stopped: what was seen does not count, and the scenario is run again.</summary>
[Platform("Linux")]
internal sealed class StandstillTests
{
    private const string InRealTime = "clock/a-short-cookie-in-real-time";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(4);

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("kmsi-still-");

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_harness_that_stood_still_runs_the_scenario_again()
    {
        var run = Path.Combine(_folder.FullName, "run");
        using var kmsi = Kmsi.Start("run", "--browser", "simulated", "--only", InRealTime, "--out", run);
        Assert.That(() => Events(run), Does.Contain("4 seconds").After(60_000, 50));
        await kmsi.StandStillAsync(Long);
        var (exitCode, output, error) = await kmsi.EndAsync();

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Match("again: .*, because this machine stood still for [45] s"));
        Assert.That(output, Does.Not.Contain("FAILED").And.Not.Contain("ERROR"));
    }

    [Test]
    [Category("Browser")]
    public async Task A_browser_that_was_stopped_runs_the_scenario_again()
    {
        var run = Path.Combine(_folder.FullName, "run");
        using var kmsi = Kmsi.Start("run", "--browser", "chromium", "--only", InRealTime, "--out", run);
        Assert.That(() => Events(run), Does.Contain("4 seconds").After(60_000, 50));
        var browser = ProcessId(Events(run));
        Kmsi.Signal("STOP", browser);
        await RealTime.Delay(Long);
        Kmsi.Signal("CONT", browser);
        var (exitCode, output, error) = await kmsi.EndAsync();

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.Match("again: .*, because the browser was stopped for [2345] s"));
        Assert.That(output, Does.Not.Contain("FAILED").And.Not.Contain("ERROR"));
    }

    private static int ProcessId(string events)
    {
        var told = events.Split("\"processId\":")[1];
        return int.Parse(told[..told.IndexOfAny([',', '}'])], CultureInfo.InvariantCulture);
    }

    private static string Events(string run)
    {
        var file = Path.Combine(run, "events.ndjson");
        if (!File.Exists(file)) return "";
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
