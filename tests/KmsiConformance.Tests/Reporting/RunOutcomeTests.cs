using KmsiConformance.Cli;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class RunOutcomeTests
{
    [TestCase("Conformant", Verdict.Passed, Verdict.Warning, Verdict.Inapplicable)]
    [TestCase("Incomplete", Verdict.Passed, Verdict.CantTell)]
    [TestCase("Not conformant", Verdict.Passed, Verdict.Failed, Verdict.Error)]
    [TestCase("Incomplete", Verdict.Passed, Verdict.Error)]
    [TestCase("Incomplete", Verdict.CantTell, Verdict.Inapplicable)]
    [TestCase("Incomplete")]
    public void The_run_is_judged_by_its_scenarios(string word, params Verdict[] verdicts)
    {
        using var run = RunOf(verdicts);
        Assert.That(RunOutcome.Of(run.Run).Word, Is.EqualTo(word));
    }

    [TestCase(0, Verdict.Passed, Verdict.Warning, Verdict.Inapplicable)]
    [TestCase(1, Verdict.Passed, Verdict.CantTell)]
    [TestCase(1, Verdict.Passed, Verdict.Failed, Verdict.Error)]
    [TestCase(3, Verdict.Passed, Verdict.Error)]
    [TestCase(5, Verdict.Inapplicable)]
    [TestCase(5)]
    public void The_exit_code_says_the_same(int code, params Verdict[] verdicts)
    {
        using var run = RunOf(verdicts);
        Assert.That(ExitCodes.Of(run.Run), Is.EqualTo(code));
    }

    [Test]
    public void An_interrupted_run_is_incomplete_even_when_it_saw_a_failure()
    {
        using var run = RunOf([Verdict.Failed]);
        run.Complete = false;
        var outcome = RunOutcome.Of(run.Run);
        Assert.That(outcome.Word, Is.EqualTo("Incomplete"));
        Assert.That(outcome.Because, Does.Contain("interrupted after 1 scenario, 1 of them failed"));
    }

    [Test]
    public void What_could_not_be_judged_is_named_beside_the_verdict()
    {
        using var run = RunOf([Verdict.Passed, Verdict.CantTell, Verdict.CantTell]);
        Assert.That(RunOutcome.Of(run.Run).Because, Is.EqualTo("1 scenario judged, none failed. 2 scenarios could not be judged."));
    }

    [Test]
    public void A_run_that_could_not_look_at_what_everybody_must_do_says_so()
    {
        using var run = RunOf([Verdict.Passed, Verdict.Warning, Verdict.Inapplicable]);
        var seen = RunOutcome.Of(run.Run).Because;
        Assert.That(seen, Does.StartWith("2 scenarios judged, none failed, 1 with a warning."));
        var musts = run.Run with
        {
            Requirements =
            [
                Requirement("W-01", "MUST", 2), Requirement("W-02", "MUST", 0, 2), Requirement("W-03", "SHOULD", 2),
                Requirement("W-04", "MUST", 1),
            ],
        };
        Assert.That(
            RunOutcome.Of(musts).Because, Is.EqualTo("2 scenarios judged, none failed, 1 with a warning. 1 MUST was not looked at."));
        Assert.That(RunOutcome.NotLookedAt(musts).Select(one => one.Id), Is.EqualTo(new[] { "W-01" }));
    }

    // What cannot be told was not seen either, however many scenarios tried.
    [Test]
    public void What_no_scenario_could_tell_was_not_looked_at()
    {
        using var run = RunOf([Verdict.Passed, Verdict.CantTell, Verdict.Inapplicable, Verdict.Failed]);
        var musts = run.Run with
        {
            Requirements =
            [
                Requirement("W-01", "MUST", 1), Requirement("W-02", "MUST", 1, 2), Requirement("W-03", "MUST", 0, 1),
                Requirement("W-04", "MUST", 3, 2),
            ],
        };
        Assert.That(RunOutcome.NotLookedAt(musts).Select(one => one.Id), Is.EqualTo(new[] { "W-01", "W-02" }));
    }

    [TestCase("As known", 0, true, Verdict.Failed)]
    [TestCase("Not conformant", 1, false, Verdict.Failed)]
    [TestCase("Not as known", 1, false, Verdict.Passed)]
    [TestCase("Incomplete", 1, false, Verdict.CantTell)]
    public void A_failure_that_is_expected_fails_nothing_until_it_no_longer_comes(string word, int code, bool isSeen, Verdict verdict)
    {
        using var run = RunOf([Verdict.Passed, verdict]);
        run.Scenarios[1].Known = new KnownFailureRecord("posts are off as it comes", isSeen);
        Assert.That(RunOutcome.Of(run.Run).Word, Is.EqualTo(word));
        Assert.That(ExitCodes.Of(run.Run), Is.EqualTo(code));
    }

    [Test]
    public void A_known_failure_hides_no_other()
    {
        using var run = RunOf([Verdict.Failed, Verdict.Failed]);
        run.Scenarios[0].Known = new KnownFailureRecord("posts are off as it comes", StillSeen: true);
        Assert.That(RunOutcome.Of(run.Run).Because, Is.EqualTo("1 scenario failed out of 2 judged."));
        Assert.That(ExitCodes.Of(run.Run), Is.EqualTo(1));
    }

    private static RequirementRecord Requirement(string id, string level, params int[] scenarios) => new()
    {
        Id = id, Level = level, Verdict = Verdict.Passed, Text = "Something holds.", Source = "A document", Area = "Sites",
        Scenarios = [.. scenarios.Select(number => $"lifetime/scenario-{number}")],
    };

    private static SampleRun RunOf(IReadOnlyList<Verdict> verdicts)
    {
        var run = new SampleRun();
        for (var i = 0; i < verdicts.Count; i++)
            run.Add($"lifetime/scenario-{i}", "A scenario", "R-050").Step("Look", () => { }, verdicts[i], "this", "that");
        return run;
    }
}
