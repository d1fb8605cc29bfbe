using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>Many scenarios are one run: what is said of each requirement, how many of each verdict, and what is to be noticed.</summary>
internal sealed class RunRollUpTests
{
    private const string Must = "R-005";
    private const string Should = "N-71";

    [Test]
    public void The_gravest_scenario_decides_a_requirement()
    {
        var run = Run(Played("a", Verdict.Passed, Must), Played("b", Verdict.Failed, Must), Played("c", Verdict.Inapplicable, Must));
        Assert.That(run.Requirements.Single().Verdict, Is.EqualTo(Verdict.Failed));
        Assert.That(run.Requirements.Single().Scenarios, Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void What_is_only_recommended_is_a_warning_whatever_its_scenario_failed_at()
    {
        var run = Run(Played("a", Verdict.Failed, Must, Should));
        Assert.That(
            run.Requirements.Select(one => (one.Id, one.Verdict)),
            Is.EqualTo(new[] { (Should, Verdict.Warning), (Must, Verdict.Failed) }));
    }

    [Test]
    public void A_requirement_is_told_with_its_words_and_where_they_stand()
    {
        var (said, told) = (RealBrowser.Suite.Requirements[Must], Run(Played("a", Verdict.Passed, Must)).Requirements.Single());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((told.Text, told.Level, told.Area, told.Basis), Is.EqualTo((said.Text, said.Level, said.Area, said.Basis)));
            Assert.That(told.Source, Is.EqualTo($"{said.Document}, {said.Section}"));
        }
    }

    [Test]
    public void Every_verdict_is_counted_also_those_that_nobody_has()
    {
        var counts = Run(Played("a", Verdict.Passed), Played("b", Verdict.CantTell), Played("c", Verdict.Passed)).Counts;
        Assert.That(counts, Has.Count.EqualTo(8));
        Assert.That((counts["PASSED"], counts["CANT_TELL"], counts["FAILED"]), Is.EqualTo((2, 1, 0)));
    }

    [Test]
    public void A_known_failure_that_passes_is_noticed_and_so_is_one_that_fails_otherwise()
    {
        var run = Run(
            Played("a", Verdict.Passed) with { Known = new KnownFailureRecord("it is mended", StillSeen: false) },
            Played("b", Verdict.Failed) with { Known = new KnownFailureRecord("it is known", StillSeen: false) },
            Played("c", Verdict.Failed) with { Known = new KnownFailureRecord("it is known", StillSeen: true) },
            Played("d", Verdict.CantTell) with { Known = new KnownFailureRecord("it is known", StillSeen: false) },
            Played("e", Verdict.Passed));
        Assert.That(run.Notes, Is.EqualTo(new[]
        {
            "first of all",
            "a passed, and the target file expects it to fail (it is mended). Take it out of 'known'.",
            "b failed otherwise than 'known' in the target file says.",
        }));
    }

    [Test]
    public void A_run_is_told_with_what_it_ran_on()
    {
        var run = Run();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Complete, Is.True);
            Assert.That(run.Profile, Is.EqualTo(RealBrowser.DefaultProfile));
            Assert.That(run.Target.Name, Is.EqualTo("reference"));
            Assert.That(run.Browser.Name, Is.EqualTo("none"));
            Assert.That(run.Clock.Mode, Is.EqualTo("virtual"));
            Assert.That(run.ThirdPartyCookies, Is.EqualTo("blocked"));
            Assert.That(run.Tool.Version, Does.Match(@"^\d+\.\d+\.\d+"));
            Assert.That(run.Id, Is.EqualTo("20260101-120000"));
        }
    }

    [Test]
    public async Task A_world_that_cannot_be_set_up_is_an_error_of_its_scenario_and_of_no_other()
    {
        var run = await Runner(Scenarios(2)).RunAsync(CancellationToken.None);
        var (first, second) = (run.Scenarios[0], run.Scenarios[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Scenarios.Select(one => one.Id), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
            Assert.That((first.Verdict, second.Verdict), Is.EqualTo((Verdict.Inapplicable, Verdict.Error)));
            Assert.That(first.Reason, Is.EqualTo("not here"));
            Assert.That(second.Reason, Is.EqualTo("The world could not be set up or taken down: no world today"));
            Assert.That(second.Steps.Select(step => step.Verdict), Is.Not.Empty.And.All.EqualTo(Verdict.Skipped));
        }
    }

    private static IReadOnlyList<Scenario> Scenarios(int count) =>
        [.. RealBrowser.Suite.Select(RealBrowser.DefaultProfile, []).OrderBy(one => one.Id, StringComparer.Ordinal).Take(count)];

    private static RunRecord Run(params ScenarioRecord[] scenarios) =>
        Runner([]).Record(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), 5, scenarios);

    private static SuiteRunner Runner(IReadOnlyList<Scenario> scenarios) => new(
        new RunOptions(
            RealBrowser.Suite, scenarios, RealBrowser.DefaultProfile, new NoWorlds(scenarios), 1, RunOptions.StandardStepLimit, null,
            ["first of all"]),
        new NoProgress());

    private static ScenarioRecord Played(string id, Verdict verdict, params string[] requirements) => new()
    {
        Id = id, Title = id, Verdict = verdict, Requirements = requirements, Attempts = 1, DurationMs = 1, Steps = [],
    };

    // The first scenario does not apply; the world of any other cannot be set up.
    private sealed class NoWorlds(IReadOnlyList<Scenario> scenarios) : IWorldFactory
    {
        public ITargetKind Target { get; } =
            new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, RealBrowser.Suite.Folder);

        public BrowserRecord Browser => new("none", "0");

        public ClockRecord Clock => new("virtual", "none");

        public string ThirdPartyCookies => "blocked";

        public string? WhyInapplicable(Scenario scenario) => scenario == scenarios[0] ? "not here" : null;

        public Task<World> CreateAsync(
            Scenario scenario, Action<Event> onEvent, CancellationToken cancellation, WorldState? parked = null, TimeSpan? limit = null) =>
            throw new InvalidOperationException("no world today");
    }
}
