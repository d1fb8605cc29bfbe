using KmsiConformance.Certification;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>A run for which nobody may vouch is refused with every reason, and each reason says what to do.</summary>
internal sealed class ConditionsTests
{
    private static RunRecord Run => PackedRun.Good.ReadRun();

    private static readonly Dictionary<string, Func<RunRecord, RunRecord>> Cases = new(StringComparer.Ordinal)
    {
        ["incomplete"] = run => run with { Complete = false },
        ["--max-failures"] = run => run with { Complete = false, BoreEnough = true },
        ["The run was stopped: lest accounts are locked"] = run => run with { Stopped = "lest accounts are locked" },
        ["does not say what was to be run"] = run => run with { Plan = null },
        ["Only a part of the profile was selected (--only web/*)"] = run => run with
        {
            Plan = run.Plan! with { Selection = "--only web/*" },
        },
        ["part 1 of 3. Make one of all parts with 'kmsi merge'"] = run => run with { Plan = run.Plan! with { Shard = new(1, 3) } },
        ["The run was begun with --fault"] = run => run with { Plan = run.Plan! with { Arguments = ["--fault", "x"] } },
        ["The run was begun with --only"] = run => run with { Plan = run.Plan! with { Arguments = ["--only=web/*"] } },
        ["The run was begun with --last-failed"] = run => run with { Plan = run.Plan! with { Arguments = ["--last-failed"] } },
        ["The run was begun with --baseline"] = run => run with { Plan = run.Plan! with { Kept = ["--baseline", "ours.yaml"] } },
        ["begun with --third-party-cookies blocked, and run.json says allowed"] = run => run with
        {
            Plan = run.Plan! with { Arguments = ["--third-party-cookies=blocked"] },
        },
        ["share of queue night. Make one of all workers' with 'kmsi merge'"] = run => run with
        {
            Complete = false, Plan = run.Plan! with { Queue = new("night") },
        },
        ["ours is said to be a remote, and the run had no target file"] = run => run with { Target = new("ours", "remote") },
        ["The target is called ours, and the run was against the reference"] = run => run with { Target = new("ours", "reference") },
        ["expected by a target file, and the run had none"] = run => With(run, one => one with { Known = new("ours", true) }),
        ["started with a fault (forgets-ticked-box)"] = run => run with { Fault = "forgets-ticked-box" },
        ["held against a baseline (ours.yaml)"] = run => run with { Baseline = new BaselineRecord("ours.yaml", []) },
        ["lived with by a baseline"] = run => With(run, one => one with
        {
            Known = new KnownFailureRecord("ours", true) { Place = "ours.yaml:3" },
        }),
        ["The clock was aged"] = run => run with { Clock = new("aged", "the self-check failed") },
        ["The clock 'process' was not checked"] = run => run with { Clock = new("process", "none") },
        ["The clock 'virtual' was not checked"] = run => run with { Browser = run.Browser with { Name = "chromium" } },
        ["was made by KmsiConformance 0.0.1"] = run => run with { Tool = run.Tool with { Version = "0.0.1" } },
        ["1 scenario came to no verdict (ERROR)"] = run => With(run, one => one with { Verdict = Verdict.Error }),
        ["1 scenario came to no verdict (CANT_TELL)"] = run => With(run, one => one with { Verdict = Verdict.CantTell }),
        ["1 scenario came to no verdict (FLAKY)"] = run => With(run, one => one with { Verdict = Verdict.Flaky }),
        ["1 scenario came to no verdict (SKIPPED)"] = run => With(run, one => one with { Verdict = Verdict.Skipped }),
        ["1 scenario came to no verdict (parked)"] = run => With(run, one => one with
        {
            Verdict = Verdict.Skipped, ParkedUntil = DateTimeOffset.UnixEpoch,
        }),
        ["1 scenario of nist-800-63b-3 did not run"] = run => run with { Scenarios = [.. run.Scenarios.Skip(1)] },
        ["Nothing was judged"] = run => run with
        {
            Scenarios = [.. run.Scenarios.Select(scenario => scenario with { Verdict = Verdict.Inapplicable })],
        },
    };

    private static IEnumerable<string> Said => Cases.Keys;

    [Test]
    public void A_whole_run_by_a_clock_that_was_checked_is_packed() => Assert.That(WhyNot(Run), Is.Empty);

    [TestCaseSource(nameof(Said))]
    public void Each_reason_is_said(string said) =>
        Assert.That(WhyNot(Cases[said](Run)), Is.Not.Empty.And.Exactly(1).Contains(said));

    [Test]
    public void All_reasons_are_said_at_once()
    {
        var run = Run with { Fault = "forgets-ticked-box", Complete = false, Clock = new("aged", "no") };
        Assert.That(WhyNot(run), Has.Count.EqualTo(3));
    }

    [Test]
    public void A_browser_whose_clock_was_moved_and_checked_is_believed() => Assert.That(
        WhyNot(Run with { Browser = new("chromium", "156"), Clock = new("process", "Date.now() moved", "libfaketime") }), Is.Empty);

    [Test]
    public void What_the_program_ships_is_required_whatever_the_run_has_kept() => Assert.That(
        Conditions.WhyNot(Run, RealBrowser.Suite, ["web/something-new"]), Is.EqualTo(
            ["1 scenario of nist-800-63b-3 did not run: web/something-new. Run the whole profile."]));

    [Test]
    public void A_folder_without_its_evidence_is_refused_with_what_is_missing()
    {
        var folder = PackedRun.With(PackedRun.Good, run => run);
        File.Delete(folder.EventsFile);
        File.Delete(folder.ScenariosFile);
        Assert.That(PackedRun.WhyNotPacked(folder), Is.EqualTo(
        [
            "There is no events.ndjson, or nothing in it: nobody can see what the record rests on. Run again.",
            "There is no scenarios.zip, or nothing in it: nobody can see what the record rests on. Run again.",
        ]));
    }

    [Test]
    public void Runs_of_several_browsers_are_packed_one_by_one()
    {
        var folder = PackedRun.With(PackedRun.Good, run => run);
        File.WriteAllText(folder.AgreementFile, "{}");
        Assert.That(PackedRun.WhyNotPacked(folder).Single(), Does.Contain("runs of several browsers"));
    }

    [Test]
    public void A_run_that_is_still_going_on_is_refused()
    {
        var folder = PackedRun.With(PackedRun.Good, run => run);
        using var held = folder.Hold();
        Assert.That(PackedRun.WhyNotPacked(folder).Single(), Does.Contain("still going on"));
    }

    private static IReadOnlyList<string> WhyNot(RunRecord run) => Conditions.WhyNot(run, RealBrowser.Suite, []);

    private static RunRecord With(RunRecord run, Func<ScenarioRecord, ScenarioRecord> change) =>
        run with { Scenarios = [change(run.Scenarios[0]), .. run.Scenarios.Skip(1)] };
}
