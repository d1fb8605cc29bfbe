using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Conflicts;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>A run says which side of a disagreement its target follows, where its scenarios have shown exactly one.</summary>
internal sealed class SeenSidesTests
{
    private static readonly Conflict Question = new("C-90", "May it?",
    [
        new("yes", "web", null, "It may.", [Seen("a/one", "PASSED"), Seen("a/two", "FAILED", "the page was shown")]),
        new("no", null, "Another document", "It may not.", [Seen("a/two", "PASSED")]),
        new("no", "oidc", null, "It must not.", []),
    ]);

    private static readonly ScenarioSuite Suite = RealBrowser.Suite with { Conflicts = [Question] };

    [TestCase(Verdict.Passed, null, null, "yes", "It may.")]
    [TestCase(null, Verdict.Passed, null, "no", "It must not.", Description = "of those who agree, the profile that judged is quoted")]
    [TestCase(null, Verdict.Failed, "silent: the page was shown", "yes", "It may.")]
    [TestCase(Verdict.Passed, Verdict.Failed, "silent: the page was shown", "yes", "It may.")]
    [TestCase(null, Verdict.Failed, "an error page", null, null, Description = "it failed, but not of this")]
    [TestCase(Verdict.CantTell, null, null, null, null)]
    [TestCase(Verdict.Passed, Verdict.Passed, null, null, null, Description = "results that contradict each other show nothing")]
    [TestCase(null, null, null, null, null, Description = "nothing ran")]
    public void What_was_seen_decides(Verdict? one, Verdict? two, string? actual, string? side, string? says)
    {
        List<ScenarioRecord> ran = [];
        if (one is { } first) ran.Add(Record("a/one", first, actual));
        if (two is { } second) ran.Add(Record("a/two", second, actual));
        var seen = SeenSides.Of(Suite, "oidc", ran).SingleOrDefault();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen?.Side, Is.EqualTo(side));
            Assert.That(seen?.Says, Is.EqualTo(says));
            if (seen is null) return;
            Assert.That(seen.SeenBy, Is.SubsetOf(ran.Select(record => record.Id)).And.Not.Empty);
            Assert.That(seen.Sides.Select(told => told.Side), Is.EqualTo(new[] { "yes", "no", "no" }));
            Assert.That(seen.Sides[0].By, Is.EqualTo("A site with a sign-in page that speaks no protocol"), "the profile's title");
        }
    }

    private static SideEvidence Seen(string scenario, string verdict, string? words = null) => new(scenario, verdict, words, ("", 1, 1));

    private static ScenarioRecord Record(string id, Verdict verdict, string? actual) => new()
    {
        Id = id, Title = id, Verdict = verdict, Requirements = [], Attempts = 1, DurationMs = 1,
        Steps = [new StepRecord { Text = "a step", Verdict = verdict, Actual = actual }],
    };
}
