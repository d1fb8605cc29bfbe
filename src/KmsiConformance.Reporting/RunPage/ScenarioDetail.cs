using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Reporting.Timelines;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>What the page draws of a scenario when it is opened.</summary>
internal sealed record ScenarioDetail
{
    private static readonly Verdict[] Explained = [Verdict.Failed, Verdict.Flaky, Verdict.Error, Verdict.CantTell, Verdict.Warning];

    public string? Reason { get; init; }

    /// <summary>Why attempts before this one do not count.</summary>
    public IReadOnlyList<string>? Again { get; init; }

    public IReadOnlyList<AttemptRecord>? Tries { get; init; }

    /// <summary>Which attempt is shown, from 1.</summary>
    public int? Shown { get; init; }

    public string? Violates { get; init; }

    /// <summary>What its own steps came to, where an invariant decided; null where they did.</summary>
    public string? Own { get; init; }

    public KnownFailureRecord? Known { get; init; }

    public string? Policy { get; init; }

    /// <summary>Where the deciding step stands, or the scenario's file.</summary>
    public string? Place { get; init; }

    /// <summary>Which step decided, from 1; null where that explains nothing.</summary>
    public int? Deciding { get; init; }

    public required IReadOnlyList<StepDetail> Steps { get; init; }

    /// <summary>Pictures from before the first step.</summary>
    public IReadOnlyList<Shot>? Before { get; init; }

    /// <summary>The scenario's file around the deciding step; null where the run did not keep it.</summary>
    public SourceLines? Source { get; init; }

    public Timeline? Timeline { get; init; }

    public IReadOnlyList<SignOutFan>? SignOuts { get; init; }

    /// <summary>What was seen, one row each: number, step, time since the start, moment in UTC, type, words, and where.</summary>
    public IReadOnlyList<IReadOnlyList<object?>>? Events { get; init; }

    /// <summary>The command that runs this scenario alone, as the run was asked to.</summary>
    public required string Command { get; init; }

    /// <summary>What an issue tracker is told; null where there is nothing to tell.</summary>
    public string? Markdown { get; init; }

    /// <summary>The details of a scenario.</summary>
    /// <param name="events">What was seen in the attempt that its result shows.</param>
    public static ScenarioDetail Of(
        RunRecord run, ScenarioRecord scenario, IReadOnlyList<Event> events, Pictures pictures, KeptSources sources)
    {
        var shots = events.OfType<ScreenshotTaken>().ToLookup(shot => shot.Step);
        IReadOnlyList<Shot>? ShotsOf(int step) => shots[step].Select(pictures.Of).ToList() is { Count: > 0 } some ? some : null;
        var deciding = Explained.Contains(scenario.Verdict)
            ? 1 + scenario.Steps.ToList().FindIndex(step => step == scenario.Deciding()) : 0;
        var start = events.Count > 0 ? events[0].At : (DateTimeOffset?)null;
        return new()
        {
            Reason = scenario.Reason, Again = scenario.Again, Tries = scenario.Tries, Shown = scenario.Shown,
            Violates = scenario.Violates, Own = scenario.Own?.Text(), Known = scenario.Known, Policy = scenario.Policy,
            Place = ScenarioText.Place(scenario),
            Deciding = deciding > 0 ? deciding : null,
            Steps = [.. scenario.Steps.Select((step, index) => StepDetail.Of(step, start, ShotsOf(index + 1)))],
            Before = ShotsOf(0),
            Source = deciding > 0 ? sources.Of(scenario, scenario.Steps[deciding - 1].Line) : null,
            Timeline = Timeline.Of(scenario, events),
            SignOuts = SignOutFan.Of(events) is { Count: > 0 } fans ? fans : null,
            Events = start is { } began ? [.. events.Where(IsToldHere).Select(seen => Row(seen, began))] : null,
            Command = RerunCommand.Of(run, scenario),
            Markdown = deciding > 0 ? ScenarioMarkdown.Of(run, scenario) : null,
        };
    }

    // That a step ended is seen by the next one.
    private static bool IsToldHere(Event observed) => observed is not StepEnded { Unjudged: null };

    private static IReadOnlyList<object?> Row(Event seen, DateTimeOffset start) =>
    [
        seen.Sequence, seen.Step, Wording.Since(start, seen.At), Wording.Utc(seen.At), EventWords.Type(seen), EventWords.Text(seen),
        .. new[] { seen.Device, seen.Tab is { } tab ? $"tab {tab}" : null }.OfType<string>(),
    ];
}

/// <summary>A step's row.</summary>
/// <param name="Since">World time since the start, in words; null where it was not reached.</param>
/// <param name="Utc">The moment, in UTC.</param>
internal sealed record StepDetail(string Text, Verdict Verdict, string? Since, string? Utc)
{
    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public IReadOnlyList<string>? Diagnosis { get; init; }

    public string? Check { get; init; }

    public int? Line { get; init; }

    public string? Device { get; init; }

    public string? Tab { get; init; }

    public IReadOnlyList<Shot>? Shots { get; init; }

    /// <summary>The row of a step.</summary>
    public static StepDetail Of(StepRecord step, DateTimeOffset? start, IReadOnlyList<Shot>? shots) => new(
        step.Text, step.Verdict, step.At is { } at && start is { } began ? Wording.Since(began, at) : null,
        step.At is { } moment ? Wording.Utc(moment) : null)
    {
        Expected = step.Expected, Actual = step.Actual, Diagnosis = step.Diagnosis, Check = step.Check, Line = step.Line,
        Device = step.Device, Tab = step.Tab, Shots = shots,
    };
}
