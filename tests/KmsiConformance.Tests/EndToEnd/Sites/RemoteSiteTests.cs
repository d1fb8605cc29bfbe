using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>Worlds at a service that runs already: they take turns, and the service may end.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RemoteSiteTests
{
    private const string Open = "  - open: groceries\n    expect: prompt\n";

    private static readonly Scenario Visit = new(
        "own/turn", "turn.yaml", "A visit", [], ["web"], PolicyRequest.Default,
        new Dictionary<string, AppRequest>(StringComparer.Ordinal)
        {
            ["groceries"] = AppRequest.Default with { Kind = AppRequest.Site },
        },
        RealTime: false, []);

    [Test]
    public async Task Waiting_for_ones_turn_does_not_count_against_the_time_for_getting_ready()
    {
        await using var site = await DescribedSite.StartAsync();
        var first = await site.Worlds.CreateAsync(Visit, _ => { }, CancellationToken.None);
        var second = site.Worlds.CreateAsync(Visit, _ => { }, CancellationToken.None, limit: TimeSpan.FromTicks(1));
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        await glance.WaitForNextTickAsync();
        Assert.That(second.IsCompleted, Is.False, "the first is still there");
        await first.DisposeAsync();
        try
        {
            await (await second).DisposeAsync();
        }
        catch (TimeoutException late)
        {
            Assert.That(late.Message, Does.Contain("--step-limit"));
        }

        // Who gave up has left the place to others.
        await using var third = await site.Worlds.CreateAsync(Visit, _ => { }, CancellationToken.None);
        Assert.That(third.Target.LoginSites, Is.Not.Empty);
    }

    [Test]
    public async Task A_service_that_ends_is_named_and_nothing_more_is_asked()
    {
        await using var site = await DescribedSite.StartAsync();
        Assert.That((await site.PlayAsync(Open)).Verdict, Is.EqualTo(Verdict.Passed));
        await site.EndAsync();
        var run = await site.RunAsync(Open, times: 3);
        Assert.That(
            run.Scenarios.Select(scenario => scenario.Verdict),
            Is.EqualTo(new[] { Verdict.Error, Verdict.Skipped, Verdict.Skipped }));
        Assert.That(run.Scenarios[0].Reason, Does.Contain(site.File.Site!["http://".Length..]).And.Contain("does not answer any more"));
        Assert.That(run.Stopped, Does.Contain("does not answer any more"));
    }
}
