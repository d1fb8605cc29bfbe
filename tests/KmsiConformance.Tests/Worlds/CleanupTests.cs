using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Hundreds of scenarios later this process holds what it held before: no browser, profile, clock, site or socket more.</summary>
[NonParallelizable]
internal sealed class CleanupTests
{
    private const int Simulated = 500;
    private const int Sockets = 40;

    [Test]
    public async Task Five_hundred_scenarios_leave_nothing()
    {
        await RunAsync(await RealBrowser.SimulatedAsync(), 10, []);
        var before = Leftovers.Count();

        await RunAsync(await RealBrowser.SimulatedAsync(), Simulated, []);

        Assert.That(Leftovers.Count(), Is.EqualTo(before));
    }

    [Test]
    public async Task Scenarios_over_sockets_leave_nothing()
    {
        var ready = await Preflight.FindAsync(
            new PreflightRequest(null, true, false, KmsiConformance.Clocks.ClockMode.Virtual, "simulated") { Sockets = true }, _ => { },
            CancellationToken.None);
        var before = Leftovers.Count();
        await RunAsync(ready, Sockets, []);
        Assert.That(Leftovers.Count(), Is.EqualTo(before));
    }

    [Test]
    [Category("Browser")]
    public async Task Scenarios_in_Chromium_leave_nothing_whatever_kind_of_restart_they_have()
    {
        var ready = await RealBrowser.ReadyAsync();
        var before = Leftovers.Count();
        await RunAsync(ready, 12, ["restart/*", "sign-in/a-live*", "single-sign-out/every-app*"]);
        Assert.That(Leftovers.Count(), Is.EqualTo(before));
    }

    [Test]
    [Category("Browser")]
    public async Task A_browser_that_runs_is_counted()
    {
        var before = Leftovers.Count();
        await using (var browser = Browsers.BrowserFixture.New())
        {
            await browser.StartAsync(KmsiConformance.Browsers.StartKind.Ordinary, CancellationToken.None);
            var during = Leftovers.Count();
            Assert.Multiple(() =>
            {
                Assert.That(during.Browsers, Is.EqualTo(before.Browsers + 1));
                Assert.That(during.Folders, Is.EqualTo(before.Folders + 1));
                if (OperatingSystem.IsLinux()) Assert.That(during.Processes, Is.GreaterThan(before.Processes));
            });
        }

        Assert.That(Leftovers.Count(), Is.EqualTo(before));
    }

    private static async Task RunAsync(ReadyBrowser ready, int number, string[] only)
    {
        var suite = RealBrowser.Suite;
        var profile = RealBrowser.DefaultProfile;
        var all = suite.Select(profile, only)
            .Where(scenario => !scenario.RealTime && scenario.ThirdPartyCookies is null
                && !scenario.Id.Contains("hanging", StringComparison.Ordinal)).ToList();
        List<Scenario> scenarios = [.. Enumerable.Range(0, number).Select(index => all[index % all.Count])];
        var worlds = new WorldFactory(ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        var run = await new SuiteRunner(
            new RunOptions(suite, scenarios, profile, worlds, 2, RunOptions.StandardStepLimit, null, []), new NoProgress())
                .RunAsync(CancellationToken.None);
        Assert.That(run.Scenarios, Has.Count.EqualTo(number));
        Assert.That(run.Scenarios.Where(scenario => scenario.Verdict != Verdict.Passed)
            .Select(scenario => $"{scenario.Id}: {scenario.Reason}"), Is.Empty);
    }
}
