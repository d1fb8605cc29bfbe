using KmsiConformance.Checks;
using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Pages;

namespace KmsiConformance.Runner.Judging;

/// <summary>
/// Judges a step that was done, from the events of its scenario and nothing else: while the scenario is under way, and again whenever
/// somebody asks.
/// </summary>
/// <param name="suite">The scenarios folder.</param>
/// <param name="profile">The profile that judges.</param>
internal sealed class StepJudge(ScenarioSuite suite, string profile)
{
    private readonly InvariantJudge _invariants = new(suite, profile);

    /// <summary>The result of a step.</summary>
    /// <param name="events">All events of the scenario so far, those after the end of the step left out of account.</param>
    /// <param name="ended">The end of the step.</param>
    public StepRecord Judge(Step step, IReadOnlyList<Event> events, StepEnded ended)
    {
        var until = events.Where(seen => seen.Sequence <= ended.Sequence).ToList();
        var evidence = EvidenceOf(step is ExpectPageStep, until, ended);
        var record = Of(step, ended, Judgement(step, evidence, ended));
        if (Withdrawn(events, ended) is { } why) return Of(step, ended, why);
        if (record.Verdict == Verdict.Passed) record = _invariants.Judge(record, evidence, () => Before(until, ended));
        return record.Verdict == Verdict.Passed || record.Check is null || Diagnosis.Of(evidence) is not { Count: > 0 } sentences
            ? record : record with { Diagnosis = sentences };
    }

    private StepRecord Of(Step step, StepEnded ended, Unjudged why) =>
        Of(step, ended, new StepJudgement(why.Verdict, why.Expected, why.Actual, null));

    private StepRecord Of(Step step, StepEnded ended, StepJudgement judged) => new()
    {
        Text = step.Text(profile), Verdict = judged.Verdict, Expected = judged.Expected, Actual = judged.Actual, Check = judged.Check,
        At = ended.At, DurationMs = ended.DurationMs, Line = step.Line, Device = ended.Device, Tab = ended.Tab,
    };

    private StepJudgement Judgement(Step step, Evidence evidence, StepEnded ended)
    {
        if (ended.BoxIsMissing && StepJudgement.Of([new BoxIsOffered(true)], evidence) is { Verdict: Verdict.Failed } judged) return judged;
        if (ended.Unjudged is { } why) return new(why.Verdict, why.Expected, why.Actual, null);
        if (evidence.Step.OfType<HarnessFault>().FirstOrDefault() is { } fault)
            return new(Verdict.Error, "a harness that works", fault.Message, null);
        return StepJudgement.Of([.. StepPerformer.All[step.GetType()].Checks(WorldOf(evidence), step, profile)], evidence);
    }

    // What there was to judge after each of the steps before.
    private static IEnumerable<Evidence> Before(List<Event> until, StepEnded ended) => until.OfType<StepEnded>()
        .Where(earlier => earlier.Sequence < ended.Sequence)
        .Select(earlier => EvidenceOf(false, [.. until.Where(seen => seen.Sequence <= earlier.Sequence)], earlier));

    // What happens in another browser, or another tab, is no evidence of this one.
    private static Evidence EvidenceOf(bool looksAtPage, List<Event> until, StepEnded ended)
    {
        if (!until.OfType<StepStarted>().Any()) throw new InvalidDataException("a step ended that had not begun");
        var here = until.Where(seen => seen.Device is null || seen.Device == ended.Device).ToList();
        var inTab = ended.Tab is null ? here : [.. here.Where(seen => seen.Tab is null || seen.Tab == ended.Tab)];
        var begun = until.OfType<StepStarted>().Last().Sequence;

        // What a page shows is looked at in the tab in use; sessions and cookies are of the whole browser.
        return new Evidence(looksAtPage ? inTab : here, [.. inTab.Where(seen => seen.Sequence >= begun)], ended.At)
        {
            Everywhere = until,
        };
    }

    private static JudgedWorld WorldOf(Evidence evidence) => evidence.Everywhere.OfType<WorldReady>().LastOrDefault() is { } ready
        ? JudgedWorld.Of(ready)
        : throw new InvalidDataException("the events do not say what the world was (world-ready)");

    private static Unjudged? Withdrawn(IReadOnlyList<Event> events, StepEnded ended) =>
        events.OfType<StepWithdrawn>().FirstOrDefault(seen => seen.Step == ended.Step)?.Because;
}
