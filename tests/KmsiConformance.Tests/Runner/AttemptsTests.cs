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
    public async Task What_a_slow_machine_could_not_do_is_tried_once_more()
    {
        var record = await new Attempts(AttemptRules.Once, _ => true, this, (scenario, _, _) =>
            Task.FromResult((Record(scenario, Still), (Spoilt?)new Spoilt(Still, Tries: 2)))).RunAsync(_scenario, CancellationToken.None);
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((Verdict.Error, 2)));
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

    [TestCase("F", 2, "FFF", Verdict.Failed, 3)]
    [TestCase("one that fails once", 2, "FP", Verdict.Flaky, 2)]
    [TestCase("one that fails twice", 2, "FFP", Verdict.Flaky, 3)]
    [TestCase("one that passes", 2, "P", Verdict.Passed, 1)]
    [TestCase("no harness, then no fault", 2, "EP", Verdict.Passed, 2)]
    [TestCase("no harness, then a fault", 1, "EF", Verdict.Failed, 2)]
    [TestCase("a fault, then no harness", 1, "FE", Verdict.Failed, 2)]
    [TestCase("a recommendation is no failure", 2, "W", Verdict.Warning, 1)]
    [TestCase("nothing to be judged", 2, "I", Verdict.Inapplicable, 1)]
    public async Task What_failed_is_run_again_and_is_flaky_where_it_does_not_fail_again(
        string what, int retries, string comes, Verdict verdict, int attempts)
    {
        var record = await PlayAsync(new AttemptRules(Retries: retries), mayBeTriedAgain: true, comes);
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((verdict, attempts)), what);
        Assert.That(record.Tries?.Count ?? 1, Is.EqualTo(attempts), "each is kept");
        if (verdict == Verdict.Flaky)
            Assert.That((record.Shown, record.Reason), Is.EqualTo((1, $"{attempts - 1} of {attempts} attempts failed. F")));
    }

    [TestCase("PPPPP", Verdict.Passed)]
    [TestCase("PPPPF", Verdict.Flaky)]
    [TestCase("FFFFF", Verdict.Failed)]
    [TestCase("PPEPP", Verdict.Passed)]
    public async Task A_repeated_scenario_is_run_to_the_end_whatever_comes(string comes, Verdict verdict)
    {
        var record = await PlayAsync(new AttemptRules(Repeat: 5), mayBeTriedAgain: false, comes);
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((verdict, 5)));
    }

    [Test]
    public async Task A_sign_in_at_a_real_service_is_never_retried()
    {
        var record = await PlayAsync(new AttemptRules(Retries: 3), mayBeTriedAgain: false, "FP");
        Assert.That((record.Verdict, record.Attempts), Is.EqualTo((Verdict.Failed, 1)));
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
        return new Attempts(AttemptRules.Once, _ => mayBeTriedAgain, this, (scenario, attempt, _) =>
        {
            _cold.Add(attempt.IsCold);
            var why = runs.Dequeue();
            return Task.FromResult((Record(scenario, why), why is null ? null : new Spoilt(why)));
        }).RunAsync(_scenario, CancellationToken.None);
    }

    private Task<ScenarioRecord> PlayAsync(AttemptRules rules, bool mayBeTriedAgain, string comes)
    {
        var verdicts = new Queue<char>(comes);
        return new Attempts(rules, _ => mayBeTriedAgain, this, (scenario, _, _) =>
        {
            var letter = verdicts.Dequeue();
            var record = Record(scenario, null) with
            {
                Verdict = letter switch
                {
                    'F' => Verdict.Failed, 'E' => Verdict.Error, 'W' => Verdict.Warning, 'I' => Verdict.Inapplicable, _ => Verdict.Passed,
                },
                Reason = letter == 'P' ? null : letter.ToString(),
            };
            return Task.FromResult((record, (Spoilt?)null));
        }).RunAsync(_scenario, CancellationToken.None);
    }

    private static ScenarioRecord Record(Scenario scenario, string? why) => new()
    {
        Id = scenario.Id, Title = scenario.Title, Verdict = why is null ? Verdict.Passed : Verdict.Error, Reason = why, Requirements = [],
        Attempts = 1, DurationMs = 1, Steps = [],
    };
}
