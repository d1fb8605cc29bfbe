using System.Reflection;

namespace KmsiConformance.Ledger;

/// <summary>What <c>run.json</c> holds. The names are a contract with users' scripts: grow it, never rename.</summary>
public sealed record RunRecord
{
    /// <summary>Unique id of the run; the name of its folder.</summary>
    public required string Id { get; init; }

    public required ToolRecord Tool { get; init; }

    /// <summary>Real start of the run, UTC.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>Real duration of the run in milliseconds.</summary>
    public required long DurationMs { get; init; }

    /// <summary>The dated reading that judged the run, for example <c>b2c-2020-12</c>.</summary>
    public required string Profile { get; init; }

    public required TargetRecord Target { get; init; }

    public required BrowserRecord Browser { get; init; }

    public required ClockRecord Clock { get; init; }

    /// <summary>
    /// Third-party cookies in scenarios that name no mode: <c>allowed</c>, <c>blocked</c>, <c>partitioned</c> or
    /// <c>as-shipped</c>.
    /// </summary>
    public string? ThirdPartyCookies { get; init; }

    /// <summary>The fault the reference was started with; null for none.</summary>
    public string? Fault { get; init; }

    /// <summary>False when the run was interrupted: such a run is never taken for a result.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether the run was ended because as many scenarios had failed as it was to bear; the others did not run.</summary>
    public bool? BoreEnough { get; init; }

    /// <summary>The baseline against which it was held; null for none.</summary>
    public BaselineRecord? Baseline { get; init; }

    /// <summary>What was to be run; null in runs that did not say.</summary>
    public PlanRecord? Plan { get; init; }

    /// <summary>Why the run was ended before all was asked, to keep accounts from being locked; null when it was not.</summary>
    public string? Stopped { get; init; }

    /// <summary>Scenarios per verdict; every verdict is present.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required IReadOnlyList<ScenarioRecord> Scenarios { get; init; }

    public required IReadOnlyList<RequirementRecord> Requirements { get; init; }

    /// <summary>
    /// Where documents disagree, and the side on which the target was seen to be; without those of which nothing was seen, and null
    /// in runs that did not say.
    /// </summary>
    public IReadOnlyList<ConflictRecord>? Conflicts { get; init; }

    /// <summary>Things a reader should know, for example that the clock fell back to <c>aged</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// The run with these results instead of its own: they are counted, and requirements have the verdicts that follow from them.
    /// </summary>
    public RunRecord With(IReadOnlyList<ScenarioRecord> scenarios)
    {
        var ordered = scenarios.OrderBy(scenario => scenario.Id, StringComparer.Ordinal).ToList();
        var byId = ordered.ToLookup(scenario => scenario.Id, StringComparer.Ordinal);
        return this with
        {
            Counts = Verdicts.Gravest.ToDictionary(
                verdict => verdict.Text(), verdict => ordered.Count(scenario => scenario.Verdict == verdict), StringComparer.Ordinal),
            Scenarios = ordered,
            Requirements = [.. Requirements.Select(requirement => requirement.With(byId))],
        };
    }
}

/// <summary>What a run was to do.</summary>
/// <param name="Scenarios">The ids of all its scenarios.</param>
public sealed record PlanRecord(IReadOnlyList<string> Scenarios)
{
    /// <summary>How a note ends that is true of a part and not of the whole.</summary>
    public const string OnlyAPart = "'kmsi merge' makes one run of all parts.";

    /// <summary>How a note ends that is true of a run as long as it is incomplete.</summary>
    public const string OnlyIncomplete = "of the plan have no result.";

    /// <summary>The options of the command line that decide what is run, and how; null where it was no command.</summary>
    public IReadOnlyList<string>? Arguments { get; init; }

    /// <summary>The ids of all scenarios of the plan of which these are a part; null where they are all.</summary>
    public IReadOnlyList<string>? Whole { get; init; }

    /// <summary>
    /// What was chosen of the profile's scenarios, in words, for example <c>--only sign-out/*</c>; null where that is all of them.
    /// </summary>
    public string? Selection { get; init; }

    /// <summary>Options that a run goes on with unless they are said anew: what it is held against, and what is written.</summary>
    public IReadOnlyList<string>? Kept { get; init; }

    /// <summary>The SHA-256 of the kept scenarios, in hexadecimal digits; null where none are kept.</summary>
    public string? Archive { get; init; }

    /// <summary>Which part it is; null where the plan was not divided, or nobody said beforehand.</summary>
    public ShardRecord? Shard { get; init; }

    /// <summary>The queue of which they were taken, one by one; null where a run has its plan for itself.</summary>
    public QueueRecord? Queue { get; init; }

    /// <summary>Of what it is a part, in words; null where it is all of a profile's scenarios.</summary>
    public string? Part() => string.Join(
        ", ",
        new[]
        {
            Selection,
            Shard is null ? null : $"part {Shard.Index} of {Shard.Of}",
            Queue is null ? null : $"a share of queue {Queue.Name}",
        }.OfType<string>()) is { Length: > 0 } part ? part : null;

    /// <summary>Whether a scenario that failed in some attempts and not in others makes the run not conformant.</summary>
    public bool FlakyFails { get; init; } = true;

    /// <summary>The SHA-256 of the target file, in hexadecimal digits; null where there is none.</summary>
    public string? TargetFile { get; init; }

    /// <summary>The SHA-256 of the target's own recipe, in hexadecimal digits; null where it has none.</summary>
    public string? RecipeFile { get; init; }
}

/// <summary>What a run said of a baseline.</summary>
/// <param name="File">How messages call it.</param>
/// <param name="OutOfDate">The entries that are out of date, each with its line and what to do.</param>
public sealed record BaselineRecord(string File, IReadOnlyList<string> OutOfDate);

/// <summary>Where several machines take the scenarios of one plan from.</summary>
/// <param name="Name">What its workers call it.</param>
public sealed record QueueRecord(string Name);

/// <summary>One of several parts of a plan.</summary>
/// <param name="Index">Which, from 1.</param>
/// <param name="Of">How many there are.</param>
public sealed record ShardRecord(int Index, int Of);

/// <summary>The tool that made the run.</summary>
public sealed record ToolRecord(string Name, string Version)
{
    /// <summary>This one.</summary>
    public static ToolRecord Current { get; } = new(
        "KmsiConformance",
        typeof(ToolRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0");
}

/// <summary>The login endpoint under test. <paramref name="Behaves"/> is the reference's own profile; null elsewhere.</summary>
public sealed record TargetRecord(string Name, string Kind, string? Behaves = null)
{
    /// <summary>Where it announces itself, for example the address of its discovery document; null where that is not told.</summary>
    public string? Address { get; init; }

    /// <summary>The version of the product; null where it is not told.</summary>
    public string? Version { get; init; }

    /// <summary>The session settings that its owner declares, in words, and where; null for one that is told its policy.</summary>
    public string? Policy { get; init; }

    /// <summary>True where nobody could move its time, whatever was done to the browser's; null elsewhere.</summary>
    public bool? StaysAtRealTime { get; init; }
}

/// <summary>A failure that the target file expects.</summary>
/// <param name="Because">Why it is expected.</param>
/// <param name="StillSeen">Whether it was seen, with the words by which it is known.</param>
public sealed record KnownFailureRecord(string Because, bool StillSeen)
{
    /// <summary>Words of what is seen, by which it is known; null in runs that did not say.</summary>
    public string? Seen { get; init; }

    /// <summary>Where it is expected, where that is a baseline; null for a target file.</summary>
    public string? Place { get; init; }
}

/// <summary>The browser as it named itself.</summary>
public sealed record BrowserRecord(string Name, string Version, string? Executable = null)
{
    /// <summary>
    /// How the simulated browser reached the harness's own sites: <c>memory</c> or <c>sockets</c>; null for real browsers.
    /// </summary>
    public string? Transport { get; init; }

    /// <summary>Chromium's build by its own answer: <c>headless-shell</c> or <c>full</c>; null for other browsers.</summary>
    public string? Build { get; init; }

    /// <summary>That answer, for example <c>HeadlessChrome/156.0.8078.108</c>; null for other browsers.</summary>
    public string? Product { get; init; }

    /// <summary>The full Chromium that ran those scenarios which the headless shell cannot serve; null when there is none.</summary>
    public string? FullExecutable { get; init; }

    /// <summary>What was tried on sites of our own before a verdict rested on it; null where nothing was, or nothing had to be.</summary>
    public IReadOnlyList<ConditionRecord>? Conditions { get; init; }
}

/// <summary>A condition of the browser that scenarios rely on.</summary>
/// <param name="Condition">The condition, for example <c>third-party cookies blocked</c>.</param>
/// <param name="Holds">Whether the browser did as it says; null where that could not be seen.</param>
/// <param name="Saw">What was seen, and where it does not hold, what should have been.</param>
/// <param name="Executable">The program that was tried.</param>
public sealed record ConditionRecord(string Condition, bool? Holds, string Saw, string? Executable = null);

/// <summary>How time was moved; <paramref name="SelfCheck"/> says what was compared and what came out.</summary>
public sealed record ClockRecord(string Mode, string SelfCheck, string? Provider = null);

/// <summary>One requirement's result over all scenarios that assess it.</summary>
public sealed record RequirementRecord
{
    public required string Id { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary><c>MUST</c>, <c>SHOULD</c> or <c>MAY</c>.</summary>
    public required string Level { get; init; }

    /// <summary>
    /// What is violated where it does not hold: <c>specification</c>, <c>declared policy</c>, <c>own requirement</c> or
    /// <c>recommendation</c>.
    /// </summary>
    public string? Basis { get; init; }

    /// <summary>The requirement in our words.</summary>
    public required string Text { get; init; }

    /// <summary>Document and section behind it.</summary>
    public required string Source { get; init; }

    /// <summary>Area of the catalogue, for example <c>Lifetime</c>.</summary>
    public required string Area { get; init; }

    /// <summary>Ids of the scenarios that assessed it, and of those in which an invariant found it violated.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>
    /// The requirement with the verdict that follows from those of its scenarios. What the documents only recommend is a warning when
    /// it is not done.
    /// </summary>
    /// <param name="scenarios">By id; those that have no result yet say nothing.</param>
    public RequirementRecord With(ILookup<string, ScenarioRecord> scenarios)
    {
        var verdict = Verdicts.RollUp(Scenarios.SelectMany(id => scenarios[id]).Select(scenario => scenario.Says(Id)).OfType<Verdict>());
        return this with { Verdict = verdict == Verdict.Failed && Level != "MUST" ? Verdict.Warning : verdict };
    }
}
