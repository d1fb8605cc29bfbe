using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>Several checks of one step are one verdict, with the words of those that decided.</summary>
internal sealed class StepJudgementTests
{
    private static readonly HostNotVisited Frame = new("https://cdn.example", "frame");

    [Test]
    public void A_step_that_only_acts_passes_without_a_check()
    {
        var judged = StepJudgement.Of([], Evidence());
        Assert.That(judged, Is.EqualTo(new StepJudgement(Verdict.Passed, null, null, null)));
    }

    [Test]
    public void When_all_pass_all_are_shown()
    {
        var judged = StepJudgement.Of([new Says(Verdict.Passed, "one"), new Says(Verdict.Passed, "two")], Evidence());
        Assert.That(judged, Is.EqualTo(new StepJudgement(Verdict.Passed, "one; two", "seen one; seen two", "Says, Says")));
    }

    [Test]
    public void Only_what_failed_is_shown_with_it()
    {
        var judged = StepJudgement.Of([new Says(Verdict.Passed, "one"), new Says(Verdict.Failed, "two")], Evidence());
        Assert.That(judged, Is.EqualTo(new StepJudgement(Verdict.Failed, "two", "seen two", "Says")));
    }

    [Test]
    public void What_cannot_be_told_is_no_pass()
    {
        var judged = StepJudgement.Of([new Says(Verdict.Passed, "one"), new Says(Verdict.CantTell, "two")], Evidence());
        Assert.That(judged, Is.EqualTo(new StepJudgement(Verdict.CantTell, "two", "seen two", "Says")));
    }

    [Test]
    public void What_two_saw_alike_is_said_once()
    {
        var judged = StepJudgement.Of([new Says(Verdict.Failed, "one"), new Says(Verdict.Failed, "one")], Evidence());
        Assert.That(judged.Actual, Is.EqualTo("seen one"));
    }

    [Test]
    public void A_failure_is_none_where_a_frame_was_not_let_come()
    {
        var judged = StepJudgement.Of([new Says(Verdict.Failed, "one")], Evidence(Frame with { Context = "top-level" }, Frame));
        Assert.That(judged.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(judged.Actual, Does.StartWith("cannot tell, because a frame of https://cdn.example").And.EndsWith(": seen one"));
    }

    [Test]
    public void Whatever_else_was_not_let_come_a_failure_is_one() => Assert.That(
        StepJudgement.Of([new Says(Verdict.Failed, "one")], Evidence(Frame with { Context = "subresource" })).Verdict,
        Is.EqualTo(Verdict.Failed));

    [Test]
    public void What_passes_does_so_although_a_frame_was_not_let_come() => Assert.That(
        StepJudgement.Of([new Says(Verdict.Passed, "one")], Evidence(Frame)),
        Is.EqualTo(new StepJudgement(Verdict.Passed, "one", "seen one", "Says")));

    // The frame of an earlier step: apps may have been told then.
    private static Evidence Evidence(params Event[] before) => new(before, [], default);

    private sealed class Says(Verdict verdict, string expected) : Check
    {
        public override Judgement Judge(Evidence evidence) => new(verdict, expected, $"seen {expected}");
    }
}
