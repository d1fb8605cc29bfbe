using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.Comparing;

/// <summary>What became of a scenario from one night to the next.</summary>
internal sealed class RunDiffTests
{
    [TestCase(Verdict.Passed, Verdict.Failed, Change.NewlyFailing)]
    [TestCase(Verdict.Passed, Verdict.Flaky, Change.Flaky)]
    [TestCase(Verdict.Failed, Verdict.Flaky, Change.Flaky)]
    [TestCase(Verdict.Flaky, Verdict.Failed, Change.NewlyFailing)]
    [TestCase(Verdict.Flaky, Verdict.Passed, Change.DecidedAgain)]
    [TestCase(Verdict.Flaky, Verdict.Error, Change.NewlyUndecided)]
    [TestCase(Verdict.Warning, Verdict.Failed, Change.NewlyFailing)]
    [TestCase(Verdict.Error, Verdict.Failed, Change.NewlyFailing)]
    [TestCase(Verdict.CantTell, Verdict.Failed, Change.NewlyFailing)]
    [TestCase(Verdict.Failed, Verdict.Failed, Change.StillFailing)]
    [TestCase(Verdict.Failed, Verdict.Passed, Change.Fixed)]
    [TestCase(Verdict.Failed, Verdict.Warning, Change.NewlyWarned)]
    [TestCase(Verdict.Passed, Verdict.Warning, Change.NewlyWarned)]
    [TestCase(Verdict.Warning, Verdict.Passed, Change.NoLongerWarned)]
    [TestCase(Verdict.Passed, Verdict.CantTell, Change.NewlyUndecided)]
    [TestCase(Verdict.Passed, Verdict.Error, Change.NewlyUndecided)]
    [TestCase(Verdict.Passed, Verdict.Skipped, Change.NewlyUndecided)]
    [TestCase(Verdict.Passed, Verdict.Inapplicable, Change.NewlyUndecided)]
    [TestCase(Verdict.Failed, Verdict.CantTell, Change.NewlyUndecided, Description = "not fixed")]
    [TestCase(Verdict.Failed, Verdict.Inapplicable, Change.NewlyUndecided, Description = "not fixed")]
    [TestCase(Verdict.CantTell, Verdict.Passed, Change.DecidedAgain)]
    [TestCase(Verdict.Error, Verdict.Warning, Change.NewlyWarned)]
    [TestCase(Verdict.CantTell, Verdict.Error, Change.StillUndecided)]
    [TestCase(Verdict.Passed, Verdict.Passed, Change.Unchanged)]
    [TestCase(Verdict.Error, Verdict.Error, Change.Unchanged)]
    public void A_pair_of_verdicts_is_one_change(Verdict before, Verdict after, Change change) => Assert.That(
        Diff([KeptRuns.Scenario("a/one", before)], [KeptRuns.Scenario("a/one", after)]).Scenarios.Single().Change, Is.EqualTo(change));

    [Test]
    public void What_is_only_in_one_run_is_new_or_gone_and_a_new_failure_is_newly_failing()
    {
        var diff = Diff(
            [KeptRuns.Scenario("a/kept", Verdict.Passed), KeptRuns.Scenario("a/gone", Verdict.Failed, "visit pharmacy → silent")],
            [
                KeptRuns.Scenario("a/kept", Verdict.Passed), KeptRuns.Scenario("b/added", Verdict.Passed, "sign out"),
                KeptRuns.Scenario("b/broken", Verdict.Failed, "quit", wait: "wait 7 days"),
            ]);
        Assert.That(diff.Scenarios.Select(scenario => (scenario.Id, scenario.Change)), Is.EqualTo(new[]
        {
            ("b/broken", Change.NewlyFailing), ("b/added", Change.New), ("a/gone", Change.Gone), ("a/kept", Change.Unchanged),
        }));
        Assert.That(diff.Counts, Is.SupersetOf(new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["newly-failing"] = 1, ["new"] = 1, ["gone"] = 1, ["unchanged"] = 1, ["fixed"] = 0, ["renamed"] = 0,
        }));
    }

    [Test]
    public void A_failure_that_the_target_file_expects_is_not_newly_failing()
    {
        var (seen, other) = (new KnownFailureRecord("ticket 7", StillSeen: true), new KnownFailureRecord("ticket 7", StillSeen: false));
        Assert.That(Diff([KeptRuns.Scenario("a/one", Verdict.Passed)], [KeptRuns.Scenario("a/one", Verdict.Failed, known: seen)])
            .Scenarios.Single().Change, Is.EqualTo(Change.FailingAsKnown));
        Assert.That(Diff([KeptRuns.Scenario("a/one", Verdict.Passed)], [KeptRuns.Scenario("a/one", Verdict.Failed, known: other)])
            .Scenarios.Single().Change, Is.EqualTo(Change.NewlyFailing), "it fails otherwise than is expected");
    }

    [TestCase("open groceries → prompt", "SignInIsSilent", Description = "another check")]
    [TestCase("open pharmacy → prompt", "CredentialsAreAskedFor", Description = "another step")]
    public void Another_check_or_step_is_another_reason(string step, string check) => Assert.That(
        Diff([KeptRuns.Scenario("a/one", Verdict.Failed)], [KeptRuns.Scenario("a/one", Verdict.Failed, step, check)])
            .Scenarios.Single().Change, Is.EqualTo(Change.ChangedReason));

    [Test]
    public void The_same_words_at_a_later_step_are_another_reason()
    {
        var late = KeptRuns.Scenario("a/one", Verdict.Failed);
        var early = late with
        {
            Steps =
            [
                late.Steps[0], late.Steps[2], late.Steps[1] with { Verdict = Verdict.Skipped },
                late.Steps[2] with { Verdict = Verdict.Skipped },
            ],
        };
        late = late with { Steps = [late.Steps[0], late.Steps[2] with { Verdict = Verdict.Passed }, late.Steps[1], late.Steps[2]] };
        Assert.That(Diff([early], [late]).Scenarios.Single().Change, Is.EqualTo(Change.ChangedReason));
    }

    [TestCase("open https://shop.localhost:8443/x → prompt", "open https://shop.localhost:39211/x → prompt")]
    [TestCase("open the page of 2026-01-05 02:00:00 UTC", "open the page of 2026-01-06 02:11:09 UTC")]
    [TestCase("the cookie is 1a2b3c4d", "the cookie is 99ffee00")]
    public void Ports_moments_and_fingerprints_are_no_other_reason(string before, string after) => Assert.That(
        Diff([KeptRuns.Scenario("a/one", Verdict.Failed, before, actual: "12 ms")],
            [KeptRuns.Scenario("a/one", Verdict.Failed, after, actual: "97 ms")]).Scenarios.Single().Change,
        Is.EqualTo(Change.StillFailing));

    [TestCase("wait 7 days", "wait 8 days")]
    [TestCase("the defaced cookie is gone", "the acceded cookie is gone")]
    public void Numbers_and_words_of_a_step_are_its_own(string before, string after) => Assert.That(
        Diff([KeptRuns.Scenario("a/one", Verdict.Failed, before)], [KeptRuns.Scenario("a/one", Verdict.Failed, after)])
            .Scenarios.Single().Change, Is.EqualTo(Change.ChangedReason));

    [Test]
    public void What_an_interrupted_run_did_not_reach_is_neither_gone_nor_new()
    {
        ScenarioRecord[] both = [KeptRuns.Scenario("a/one", Verdict.Passed), KeptRuns.Scenario("a/two", Verdict.Passed, "quit")];
        RunRecord Interrupted(int night) => KeptRuns.Run(night, both[..1]) with { Complete = false, Plan = new(["a/one", "a/two"]) };

        var later = Diff(KeptRuns.Run(1, both), Interrupted(2));
        Assert.That(later.Scenarios[0], Has.Property("Id").EqualTo("a/two").And.Property("Change").EqualTo(Change.NewlyUndecided)
            .And.Property("Reason").Contains("interrupted"));
        Assert.That(later.Comparable, Is.False);
        Assert.That(later.Warnings, Has.One.Contain("The later run was interrupted after 1 of 2 scenarios"));

        var earlier = Diff(Interrupted(1), KeptRuns.Run(2, both));
        Assert.That(earlier.Scenarios[0], Has.Property("Id").EqualTo("a/two").And.Property("Change").EqualTo(Change.DecidedAgain));
    }

    [Test]
    public void Runs_that_were_made_otherwise_are_hardly_comparable_and_it_is_said_why()
    {
        var before = KeptRuns.Run(2) with { Plan = new([]) { Arguments = ["--browser", "chromium"] } };
        var after = before with
        {
            Id = "other", StartedUtc = before.StartedUtc.AddDays(-1), Profile = "oidc",
            Target = new("shop", "file") { Address = "https://b.example" },
            Browser = new("firefox", "1"), Clock = new("real", ""), ThirdPartyCookies = "blocked", Stopped = "an account was nearly locked",
            Plan = new([]) { Selection = "--only a/*, --only b/*", Shard = new ShardRecord(2, 4) },
        };
        var diff = Diff(before, after);
        Assert.That(diff.Comparable, Is.False);
        foreach (var says in new[]
        {
            "Another profile: b2c-2020-12 before, oidc now", "Another target: shop before, shop at b.example now",
            "Another browser: chromium before, firefox now", "Another clock: process before, real now", "third-party cookies: allowed",
            "was stopped: an account was nearly locked",
            "all scenarios before, only a part (--only a/*, --only b/*, part 2 of 4) now",
            "Name the earlier one first",
        })
            Assert.That(diff.Warnings, Has.One.Contain(says));
    }

    [Test]
    public void Another_night_port_or_version_of_the_browser_is_comparable()
    {
        var before = KeptRuns.Run(1) with { Target = new("shop", "file") { Address = "https://localhost:4001/" } };
        var after = KeptRuns.Run(2) with { Target = new("shop", "file") { Address = "https://localhost:4002/", Version = "2" } };
        Assert.That(Diff(before, after), Has.Property("Comparable").True.And.Property("Warnings").Empty);
        var newer = Diff(before, after with { Tool = new("KmsiConformance", "0.2.0") });
        Assert.That(newer.Comparable, Is.True);
        Assert.That(newer.Warnings, Has.One.Contain("Another version of the tool"));
    }

    private static RunDiff Diff(ScenarioRecord[] before, ScenarioRecord[] after) => Diff(KeptRuns.Run(1, before), KeptRuns.Run(2, after));

    private static RunDiff Diff(RunRecord before, RunRecord after)
    {
        using var kept = new KeptRuns();
        return RunDiff.Of(kept.Write("before", before), kept.Write("after", after));
    }
}
