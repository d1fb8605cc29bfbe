using System.Diagnostics;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>What goes wrong while a world is being set up.</summary>
internal sealed class SetUpTests
{
    [Test]
    public async Task A_call_that_was_given_up_is_not_told_as_a_limit_that_was_kept_to()
    {
        var record = await RunAsync(
            _ => throw new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout"));
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Error));
        Assert.That(record.Reason, Does.Contain("no answer came in time").And.Not.Contain("was not ready within"));
    }

    [Test]
    [Platform("Linux")]
    public async Task What_fails_while_a_process_of_the_target_is_stopped_is_tried_again_and_that_is_told()
    {
        using var product = Process.Start("setsid", ["sleep", "60"]);
        using var watch = Heartbeat.OfThisProcess.WatchProcesses(() => [("the target's process", product.Id)]);
        try
        {
            var record = await RunAsync(async start =>
            {
                if (start > 1) return;
                Kmsi.Signal("STOP", product.Id);
                await RealTime.Delay(TimeSpan.FromSeconds(5));
                Kmsi.Signal("CONT", product.Id);
                throw new TargetException("it did not say its time");
            });
            Assert.That((record.Verdict, record.Attempts), Is.EqualTo((Verdict.Passed, 2)), record.Reason);
            Assert.That(record.Again, Has.One.Contains("the target's process was stopped"));
        }
        finally
        {
            product.Kill();
        }
    }

    private static async Task<ScenarioRecord> RunAsync(Func<int, Task> beforeStart)
    {
        var (suite, profile) = (RealBrowser.Suite, RealBrowser.DefaultProfile);
        var target = new WaryKind(new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder))
        {
            BeforeStart = beforeStart,
        };
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), target, suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        var options = new RunOptions(
            suite, suite.Select(profile, ["sign-in/a-live-session-asks-for-nothing"]), profile, worlds, 1, RunOptions.StandardStepLimit,
            null, []);
        return (await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None)).Scenarios.Single();
    }
}
