using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Targets;

namespace KmsiConformance.Runner.Judging;

/// <summary>Makes the result of a scenario from the results of its steps, or from its events alone.</summary>
/// <param name="suite">The scenarios folder.</param>
/// <param name="profile">The profile that judges.</param>
internal sealed class ScenarioJudge(ScenarioSuite suite, string profile)
{
    /// <summary>The reason of a scenario whose events end before it does.</summary>
    public const string Cut = "Its events end before it does: what was seen last is missing.";

    // What only a harness may say of a scenario: a verdict on the target comes from checks.
    private static readonly HashSet<Verdict> Unjudged = [Verdict.Inapplicable, Verdict.Skipped, Verdict.CantTell, Verdict.Error];

    private readonly StepJudge _steps = new(suite, profile);

    /// <summary>The result of a scenario that is over, from its events alone.</summary>
    /// <param name="events">The events of its last attempt.</param>
    /// <param name="known">The failure that is expected of it; null for none.</param>
    /// <exception cref="InvalidDataException">The events are not those of this scenario.</exception>
    public ScenarioRecord Judge(Scenario scenario, IReadOnlyList<Event> events, KnownFailure? known)
    {
        var steps = new List<StepRecord>();
        foreach (var ended in events.OfType<StepEnded>())
        {
            if (ended.Step != steps.Count + 1 || steps.Count == scenario.Steps.Count)
                throw Problem($"step {ended.Step} ended where step {steps.Count + 1} of {scenario.Steps.Count} was to end");
            if (!Unjudged.Contains(ended.Unjudged?.Verdict ?? Verdict.Error)) throw Problem($"step {ended.Step} says its verdict itself");
            steps.Add(_steps.Judge(scenario.Steps[steps.Count], events, ended));
            if (Ends(steps[^1])) break;
        }

        var over = events.OfType<ScenarioEnded>().LastOrDefault();
        if (over is not null && !Unjudged.Contains(over.Verdict)) throw Problem("it says its verdict itself");
        if (events.OfType<StepWithdrawn>().Any(seen => seen.Because.Verdict != Verdict.Error))
            throw Problem("what a step saw was withdrawn for a verdict");

        // What does not apply, or is not run, is not begun; and what was seen is not unseen by an end without a reason of the harness.
        if (over is { Verdict: Verdict.Inapplicable } && steps.Count > 0) throw Problem("it does not apply, and was begun");
        if (over is { Verdict: Verdict.Skipped, ParkedUntil: null } && steps.Count > 0) throw Problem("it was not run, and was begun");
        if (over is not (null or { Verdict: Verdict.Error }) && steps.Exists(Ends))
            throw Problem("it ended otherwise than its steps");
        return Record(scenario, steps, over, events.OfType<WorldReady>().LastOrDefault()?.Policy, known);

        InvalidDataException Problem(string what) => new(
            $"The events of {scenario.Id} are not what a run writes: {what}. They were changed, or are those of another scenario.");
    }

    /// <summary>The result of one step.</summary>
    public StepRecord Judge(Step step, IReadOnlyList<Event> events, StepEnded ended) => _steps.Judge(step, events, ended);

    /// <summary>The result of a scenario.</summary>
    /// <param name="steps">The results of the steps that were done.</param>
    /// <param name="over">What ended it, where that was none of its steps.</param>
    /// <param name="policy">The session settings in force, in words.</param>
    public ScenarioRecord Record(
        Scenario scenario, IReadOnlyList<StepRecord> steps, ScenarioEnded? over, string? policy, KnownFailure? known)
    {
        var assessed = suite.Assessed(scenario, profile);
        var deciding = steps.FirstOrDefault(Ends);
        var (verdict, reason) = over is not null ? (over.Verdict, over.Reason)
            : deciding is not null ? (Levels.Of(deciding.Verdict, assessed), ReasonOf(deciding))
            : AllPassed(scenario, steps);
        return new ScenarioRecord
        {
            Id = scenario.Id,
            Title = scenario.Title,
            File = scenario.File,
            Verdict = verdict,
            Requirements = [.. assessed.Select(requirement => requirement.Id)],
            Attempts = 1,
            DurationMs = steps.Sum(step => step.DurationMs),
            Steps = [.. steps, .. scenario.Steps.Skip(steps.Count).Select(Unreached)],
            Reason = reason,
            Policy = policy,
            ParkedUntil = over?.ParkedUntil,
            Violates = Levels.Violated(verdict, assessed),
            Known = known is null ? null
                : new KnownFailureRecord(known.Because, known.IsThis(verdict, deciding?.Actual))
                {
                    Seen = known.Seen,
                },
            ThirdPartyCookies = scenario.ThirdPartyCookies,
        };
    }

    // What an invariant finds does not end the scenario: it is about something else.
    private static bool Ends(StepRecord step) => step is { Violated: null, Verdict: not Verdict.Passed };

    private static (Verdict Verdict, string? Reason) AllPassed(Scenario scenario, IReadOnlyList<StepRecord> steps) =>
        steps.Count < scenario.Steps.Count ? (Verdict.Error, Cut)

        // Steps that only act pass by being done; a scenario in which nothing was judged has shown nothing.
        : steps.Any(step => step.Check is not null) ? (Verdict.Passed, null)
        : (Verdict.CantTell, "No step of this scenario judges anything.");

    /// <summary>Why a step that did not pass has decided, in a sentence.</summary>
    public static string ReasonOf(StepRecord step) =>
        step.Actual is null ? step.Text : $"Expected {step.Expected}. Saw {Ended(step.Actual)}";

    // What is told may be a sentence already.
    private static string Ended(string seen) => seen is [.., '.' or '?' or '!'] ? seen : seen + ".";

    private StepRecord Unreached(Step step) => new() { Text = step.Text(profile), Verdict = Verdict.Skipped, Line = step.Line };
}
