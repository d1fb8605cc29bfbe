using KmsiConformance.Clocks;
using KmsiConformance.Cookies;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>The mode of third-party cookies is a condition of the run, never a fault of the target.</summary>
internal sealed class ThirdPartyCookieTests
{
    [Test]
    public async Task A_scenario_that_depends_on_the_mode_names_it([Values] ThirdPartyCookies mode)
    {
        var suite = RealBrowser.Suite;
        var ready = await Preflight.FindAsync(
            new PreflightRequest(null, true, false, ClockMode.Virtual, "simulated") { ThirdPartyCookies = mode }, _ => { },
            CancellationToken.None);
        var worlds = new WorldFactory(ready,
            new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, suite.Folder),
            suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));

        // Sites that hang or wait for real cost seconds each and say the same once.
        var scenarios = suite.Select(RealBrowser.DefaultProfile, [])
            .Where(scenario => !scenario.RealTime && !scenario.Id.Contains("hang", StringComparison.Ordinal)).ToList();
        var run = await new SuiteRunner(
            new RunOptions(suite, scenarios, RealBrowser.DefaultProfile, worlds, 2, RunOptions.StandardStepLimit, null, []),
            new NoProgress()).RunAsync(CancellationToken.None);

        Assert.That(run.ThirdPartyCookies, Is.EqualTo(mode.ToString().ToLowerInvariant()));
        Assert.That(
            run.Scenarios.Where(scenario => scenario.Verdict != Verdict.Passed)
                .Select(scenario => $"{scenario.Id}: {scenario.Reason}"), Is.Empty,
            "give the scenario 'third-party-cookies: allowed'");
    }

    [Test]
    [Category("Browser")]
    public async Task Chromium_says_what_it_cannot_do_and_what_could()
    {
        var run = await RealBrowser.RunAsync(
            await RealBrowser.WorldsAsync(), RealBrowser.DefaultProfile, null, "third-party-cookies/sign-out-frames-where-partitioned");
        var scenario = run.Scenarios.Single();
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Verdict, Is.EqualTo(Verdict.Inapplicable));
            Assert.That(scenario.Reason, Does.Contain("Chromium").And.Contain("--browser firefox"));
            Assert.That(scenario.ThirdPartyCookies, Is.EqualTo("partitioned"));
            Assert.That(scenario.Steps, Is.Not.Empty.And.All.Property(nameof(StepRecord.Verdict)).EqualTo(Verdict.Skipped));
        });
    }
}
