using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.Comparing;

/// <summary>A scenario that got another name is the same scenario; one that only looks like it is not.</summary>
internal sealed class RenameTests
{
    [TestCase(Verdict.Passed, Verdict.Failed, Change.NewlyFailing)]
    [TestCase(Verdict.Failed, Verdict.Failed, Change.StillFailing)]
    [TestCase(Verdict.Failed, Verdict.Passed, Change.Fixed)]
    [TestCase(Verdict.Passed, Verdict.Passed, Change.Unchanged)]
    public void One_with_the_same_steps_is_compared_with_what_it_was(Verdict before, Verdict after, Change change)
    {
        var scenario = Diff([Plan("a/old", before, "open", "wait", "look")], [Plan("b/new", after, "open", "wait", "look")])
            .Scenarios.Single();
        Assert.That((scenario.Id, scenario.FormerId, scenario.Change), Is.EqualTo(("b/new", "a/old", change)));
    }

    [Test]
    public void One_step_of_five_may_have_changed() => Assert.That(
        Diff([Plan("a/old", Verdict.Passed, "1", "2", "3", "4", "5")], [Plan("b/new", Verdict.Passed, "1", "2", "other", "4", "5")])
            .Scenarios.Single().FormerId, Is.EqualTo("a/old"));

    [Test]
    public void Two_steps_of_five_may_have_changed_where_the_last_part_of_the_id_is_kept()
    {
        ScenarioRecord[] now = [Plan("b/same", Verdict.Passed, "1", "x", "y", "4", "5")];
        Assert.That(Diff([Plan("a/same", Verdict.Passed, "1", "2", "3", "4", "5")], now).Scenarios.Single().FormerId, Is.EqualTo("a/same"));
        Assert.That(Diff([Plan("a/other", Verdict.Passed, "1", "2", "3", "4", "5")], now).Scenarios, Has.Count.EqualTo(2));
    }

    [Test]
    public void Where_two_fit_as_well_none_is_taken()
    {
        var diff = Diff(
            [Plan("a/old", Verdict.Failed, "open", "look")],
            [Plan("b/x", Verdict.Passed, "open", "look"), Plan("b/y", Verdict.Passed, "open", "look")]);
        Assert.That(diff.Scenarios.Select(scenario => (scenario.Id, scenario.Change)),
            Is.EqualTo(new[] { ("b/x", Change.New), ("b/y", Change.New), ("a/old", Change.Gone) }));
    }

    [Test]
    public void A_whole_folder_that_moves_keeps_each_of_its_scenarios_though_their_steps_are_the_same()
    {
        var diff = Diff(
            [Plan("a/x", Verdict.Passed, "open", "look"), Plan("a/y", Verdict.Failed, "open", "look")],
            [Plan("b/x", Verdict.Passed, "open", "look"), Plan("b/y", Verdict.Passed, "open", "look")]);
        Assert.That(diff.Scenarios.Select(scenario => (scenario.FormerId, scenario.Id, scenario.Change)),
            Is.EqualTo(new[] { ("a/y", "b/y", Change.Fixed), ("a/x", "b/x", Change.Unchanged) }));
        Assert.That(diff.Counts["renamed"], Is.EqualTo(2));
    }

    [Test]
    public void A_failure_at_another_step_of_a_plan_that_is_only_alike_is_newly_failing()
    {
        var before = Plan("a/old", Verdict.Failed, "1", "2", "3", "4", "5");
        var after = Plan("b/new", Verdict.Failed, "1", "2", "3", "4", "other");
        var diff = Diff([before], [after]);
        Assert.That(diff.Scenarios[0], Has.Property("Id").EqualTo("b/new").And.Property("Change").EqualTo(Change.NewlyFailing)
            .And.Property("FormerId").Null);
    }

    [Test]
    public void Scenarios_without_steps_are_not_taken_for_each_other() => Assert.That(
        Diff([Plan("a/old", Verdict.Inapplicable)], [Plan("b/new", Verdict.Inapplicable)]).Scenarios.Select(scenario => scenario.Change),
        Is.EqualTo(new[] { Change.New, Change.Gone }));

    [Test]
    public void Hundreds_on_each_side_are_matched_in_seconds()
    {
        ScenarioRecord[] Many(string area) =>
        [
            .. Enumerable.Range(0, 400).Select(number => Plan($"{area}/{number}", Verdict.Passed,
                [.. Enumerable.Range(0, 20).Select(step => $"step {step}"), $"look {number}"])),
        ];
        Assert.That(Diff(Many("a"), Many("b")).Counts["renamed"], Is.EqualTo(400));
    }

    private static ScenarioRecord Plan(string id, Verdict verdict, params string[] steps) =>
        KeptRuns.Scenario(id, verdict) with
        {
            Steps =
            [
                .. steps.Select((text, at) => new StepRecord
                {
                    Text = text, Verdict = at == steps.Length - 1 ? verdict : Verdict.Passed, Check = "Holds", Line = at + 1,
                }),
            ],
        };

    private static RunDiff Diff(ScenarioRecord[] before, ScenarioRecord[] after)
    {
        using var kept = new KeptRuns();
        return RunDiff.Of(kept.Write("before", KeptRuns.Run(1, before)), kept.Write("after", KeptRuns.Run(2, after)));
    }
}
