using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AttemptsTests : IRunProgress
{
    private const string Still = "this machine stood still for 26 s";
    private readonly Scenario _scenario = RealBrowser.Suite.Scenarios[0];
    private readonly List<bool> _cold = [];
    private readonly List<string> _again = [];

    [Test]
    public async Task What_was_seen_by_everybody_counts_at_once()
    {
        var record = await RunAsync(mayBeTriedAgain: true, [null]);
        Assert.That((record.Verdict, record.Attempts, record.Reason), Is.EqualTo((Verdict.Passed, 1, (string?)null)));
    }

    [Test]
    public async Task What_was_seen_while_somebody_stood_still_is_run_again()
    {
        var record = await RunAsync(mayBeTriedAgain: true, Still, Still, null);
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((Verdict.Passed, 3)));
        Assert.That(_again, Is.EqualTo(new[] { Still, Still }), "people are told");
        Assert.That(record.Again, Is.EqualTo(new[] { Still, Still }), "and whoever reads the report");
    }

    [Test]
    public async Task After_three_attempts_it_is_an_error()
    {
        var record = await RunAsync(mayBeTriedAgain: true, Still, Still, Still, null);
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((Verdict.Error, 3)));
        Assert.That(record.Reason, Is.EqualTo($"{Still} It was tried 3 times."));
    }

    [Test]
    public async Task Where_it_may_not_be_tried_again_it_is_an_error_at_once()
    {
        var record = await RunAsync(mayBeTriedAgain: false, Still, null);
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((Verdict.Error, 1)));
        Assert.That(record.Reason, Is.EqualTo($"{Still} It is not tried again here."));
        Assert.That(_again, Is.Empty);
    }

    [Test]
    public async Task Only_the_first_run_of_a_process_is_cold()
    {
        await RunAsync(mayBeTriedAgain: true, Still, null);
        Assert.That(_cold, Is.EqualTo(new[] { true, false }));
    }

    public void Started(Scenario scenario)
    {
        // Somebody else says so.
    }

    public void Again(Scenario scenario, string why) => _again.Add(why);

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
        // Somebody else says so.
    }

    private Task<ScenarioRecord> RunAsync(bool mayBeTriedAgain, params string?[] spoiled)
    {
        var runs = new Queue<string?>(spoiled);
        return new Attempts(_ => mayBeTriedAgain, this, (scenario, isCold, _) =>
        {
            _cold.Add(isCold);
            var why = runs.Dequeue();
            return Task.FromResult((Record(scenario, why), why));
        }).RunAsync(_scenario, CancellationToken.None);
    }

    private static ScenarioRecord Record(Scenario scenario, string? why) => new()
    {
        Id = scenario.Id, Title = scenario.Title, Verdict = why is null ? Verdict.Passed : Verdict.Error, Reason = why, Requirements = [],
        Attempts = 1, DurationMs = 1, Steps = [],
    };
}
