using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <summary>One scenario's result.</summary>
public sealed record ScenarioRecord
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Its file as messages call it; null in runs that did not say.</summary>
    public string? File { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Ids of the requirements it assesses in the run's profile.</summary>
    public required IReadOnlyList<string> Requirements { get; init; }

    public required int Attempts { get; init; }

    /// <summary>Why each attempt before this one does not count, for example that the machine stood still; null for none.</summary>
    public IReadOnlyList<string>? Again { get; init; }

    /// <summary>
    /// What each attempt came to, in their order; null where there was only one.
    /// </summary>
    public IReadOnlyList<AttemptRecord>? Tries { get; init; }

    /// <summary>Which attempt the steps are of, from 1; null where there is only one.</summary>
    public int? Shown { get; init; }

    /// <summary>Real duration in milliseconds.</summary>
    public required long DurationMs { get; init; }

    public required IReadOnlyList<StepRecord> Steps { get; init; }

    /// <summary>Why the verdict is what it is, when it is not PASSED; masked, as the screen shows it too.</summary>
    public string? Reason { get; init => field = Masked(value); }

    /// <summary>
    /// What is violated where the verdict is FAILED or WARNING: <c>specification</c>, <c>declared policy</c>,
    /// <c>own requirement</c>, <c>recommendation</c>, or several of them, the gravest first; null for every other verdict.
    /// </summary>
    public string? Violates { get; init; }

    /// <summary>The failure that the target file expects of it; null where it expects none.</summary>
    public KnownFailureRecord? Known { get; init; }

    /// <summary>When it goes on, where it is parked in the middle of a long wait; null for one that has its result.</summary>
    public DateTimeOffset? ParkedUntil { get; init; }

    /// <summary>What became of it at the queue that gave the scenario; null where it counts.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>What its browser did with third-party cookies, where the scenario names a mode.</summary>
    public string? ThirdPartyCookies { get; init; }

    /// <summary>
    /// The policy in force, in words, for example <c>KeepAliveInDays 7, SessionExpiryInSeconds 1200, Absolute, Tenant</c>.
    /// </summary>
    public string? Policy { get; init; }

    /// <summary>
    /// Ids of the requirements that an invariant found violated, where that decided: they need not be those that the scenario assesses;
    /// null where its own steps decided.
    /// </summary>
    public IReadOnlyList<string>? Violated { get; init; }

    /// <summary>Ids of the requirements that its verdict is about.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> About => Violated ?? Requirements;

    /// <summary>What its own steps came to, where an invariant decided; null where they did.</summary>
    public Verdict? Own { get; init; }

    /// <summary>Why they came to that, where an invariant decided and they did not pass.</summary>
    public string? OwnReason { get; init => field = Masked(value); }

    /// <summary>The step that decided, where one did not pass; null where all did or none was reached.</summary>
    public StepRecord? Deciding() => Violated is null
        ? Steps.FirstOrDefault(step => step is { Violated: null, Verdict: not (Verdict.Passed or Verdict.Skipped) })
        : Steps.FirstOrDefault(step => step.Violated is not null && step.Violated.SequenceEqual(Violated, StringComparer.Ordinal));

    /// <summary>What the scenario says of one requirement; null where it says nothing.</summary>
    public Verdict? Says(string requirement) =>
        Verdicts.Several(
        [
            .. Requirements.Contains(requirement, StringComparer.Ordinal) ? [Own ?? Verdict] : Array.Empty<Verdict>(),
            .. Steps.Where(step => step.Violated?.Contains(requirement, StringComparer.Ordinal) == true)
                .Select(step => Verdict == Verdict.Flaky && step.Verdict == Verdict.Failed ? Verdict : step.Verdict),
        ]);

    /// <summary>Where the deciding step stands, as <c>file:line</c>; null where there is none or nobody knows.</summary>
    public string? Place() => File is { } file && Deciding()?.Line is { } line
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{line}")
        : null;

    internal static string? Masked(string? text) => text is null ? null : Secrets.MaskText(text);
}

/// <summary>What a queue says of a result that counts only if it is the first one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Acceptance>))]
public enum Acceptance
{
    /// <summary>Nobody has said yet whether it is the first.</summary>
    Offered,

    /// <summary>Another one was there first.</summary>
    Refused,
}

/// <summary>What one of several attempts came to.</summary>
/// <param name="Reason">Why the verdict is what it is, when it is not PASSED.</param>
public sealed record AttemptRecord(Verdict Verdict, string? Reason)
{
    /// <summary>The step that decided, as a line of a test protocol; null where all passed or none was reached.</summary>
    public string? Step { get; init; }

    /// <summary>The check that judged it; null where none did.</summary>
    public string? Check { get; init; }
}

/// <summary>
/// One step's result: what was expected and what was seen, masked, as the screen shows it too. A step that judges nothing
/// has neither.
/// </summary>
public sealed record StepRecord
{
    /// <summary>The step as a line of a test protocol.</summary>
    public required string Text { get; init; }

    public required Verdict Verdict { get; init; }

    public string? Expected { get; init => field = ScenarioRecord.Masked(value); }

    public string? Actual { get; init => field = ScenarioRecord.Masked(value); }

    /// <summary>What the browser held back, in plain words, where the step did not pass; null for most.</summary>
    public IReadOnlyList<string>? Diagnosis { get; init; }

    /// <summary>The check that judged, for example <c>SignInIsSilent</c>; null for a step that judges nothing.</summary>
    public string? Check { get; init; }

    /// <summary>
    /// Ids of the requirements that are violated although the step itself passed: an invariant found it, and the steps after it were done
    /// all the same; null for most. Where they are only recommendations the step has a warning, and the scenario need not.
    /// </summary>
    public IReadOnlyList<string>? Violated { get; init; }

    /// <summary>World time at the end of the step, UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Real duration in milliseconds.</summary>
    public long DurationMs { get; init; }

    /// <summary>Line of the step in its scenario file.</summary>
    public int? Line { get; init; }

    /// <summary>The device on which it was done; null in a scenario of one browser, and for a step that was not reached.</summary>
    public string? Device { get; init; }

    /// <summary>The tab in which it was done; null in a scenario of one tab, and for a step that was not reached.</summary>
    public string? Tab { get; init; }
}
