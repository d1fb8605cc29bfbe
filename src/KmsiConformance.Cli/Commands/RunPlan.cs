using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Queues;
using KmsiConformance.Reporting;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary>What <c>kmsi run</c> is about to do, whichever browser does it.</summary>
internal sealed record RunPlan(
    RunRequest Request, ScenarioSuite Suite, string Profile, IReadOnlyList<Scenario> Selected, ITargetKind Target)
{
    /// <summary>The target file; null for the reference.</summary>
    public TargetFile? File { get; init; }

    /// <summary>What is put away, and what goes on.</summary>
    public required ParkingStep Parking { get; init; }

    /// <summary>The run that goes on; null for one that begins.</summary>
    public ResumedRun? Resumed { get; init; }

    /// <summary>The run of which only what failed runs; null for all.</summary>
    public LastFailed? Failed { get; init; }

    /// <summary>All scenarios of which those selected are a part; null where they are all.</summary>
    public IReadOnlyList<Scenario>? Whole { get; init; }

    /// <summary>How long scenarios took, in milliseconds, by id.</summary>
    public required IReadOnlyDictionary<string, long> Times { get; init; }

    /// <summary>What writes the reports.</summary>
    public IReadOnlyList<IReporter> Reports => Reporters.Named(Request.Reports, Request.ReportForm);

    private TimeSpan StepLimit => Request.StepLimit ?? File?.Limits.Step ?? RunOptions.StandardStepLimit;

    /// <summary>Runs the plan on one browser and writes its run folder with all reports.</summary>
    public async Task<RunRecord> RunAsync(string browser, RunFolder folder, CancellationToken cancellation)
    {
        var wish = new PreflightRequest(
            Request.Programs.GetValueOrDefault(browser), Request.NoInstall, Request.Headed, Request.Clock, browser)
        {
            Sockets = Request.Sockets, Build = Request.Build, ThirdPartyCookies = Request.ThirdPartyCookies,
        };
        var preflight = await PreflightStep.RunAsync(wish, cancellation);
        await Target.PrepareAsync(folder.EvidenceFolder, Console.Error.WriteLine, cancellation);
        var worlds = preflight.Worlds(Suite, Target, folder, StepLimit);

        // A sign-out of the same users might reach the sessions that are to be looked at.
        if (File is not null && !Request.Parking.Resumes)
            await ProbeStep.RunAsync(File, worlds, StepLimit, Console.Error, cancellation);
        var options = new RunOptions(
            Suite, Selected, Profile, worlds, Request.Workers, StepLimit, folder,
            [.. Resumed is null ? Begun(preflight.Notes) : GoesOn(Resumed.Run, worlds.Browser)])
        {
            Parking = Parking.Rules,
            Attempts = Request.Attempts.Rules,
            Whole = Whole,
            Times = Times,
            MaxFailures = Request.Attempts.MaxFailures,
            IsLivedWith = scenario => scenario.Known is { StillSeen: true }
                || Request.Baseline?.Entries.Any(entry => entry.IsAbout(browser, Profile) && entry.Covers(scenario)) == true,
            Earlier = Resumed?.Run,
            JoinQueue = Request.Sharing.Queue is not { } queue ? null : async (head, interrupted) =>
                await RedisQueue.JoinAsync(queue.Address, queue.Name, head, Selected, Times, queue.Lease, interrupted),
            Plan = new PlanRecord([.. Selected.Select(scenario => scenario.Id).Order(StringComparer.Ordinal)])
            {
                // One that stands anywhere is not named by an option: it is kept with the run.
                Arguments = [.. Request.Arguments, "--browser", browser], FlakyFails = Request.Attempts.FlakyFails,
                Whole = Whole is null ? null : [.. Whole.Select(scenario => scenario.Id).Order(StringComparer.Ordinal)],
                Shard = Request.Sharing.Shard, Queue = Request.Sharing.Queue is null ? null : new QueueRecord(Request.Sharing.Queue.Name),
                Selection = Choice(), Kept = Request.Kept,
                TargetFile = ResumedRun.Fingerprint(File?.Path), RecipeFile = ResumedRun.Fingerprint(File?.RecipeFile),
            },
            Known = File?.Known ?? new Dictionary<string, KnownFailure>(StringComparer.Ordinal),
        };
        await ProveAsync(worlds, cancellation);
        // What was written of it before tells of a run that was interrupted.
        if (Resumed is not null)
            foreach (var old in Reporters.All) System.IO.File.Delete(old.FileIn(folder));
        var run = BaselineChoice.Hold(Suite, await ShowAsync(options, cancellation), Request.Baseline);

        folder.WriteRun(run);
        foreach (var reporter in Reports) await reporter.WriteAsync(folder, cancellation);
        return run;
    }

    private IEnumerable<string> Begun(IReadOnlyList<string> preflight) => [.. Parking.Notes, .. Selection(), .. preflight, .. NotPlayed()];

    // A reader has to know that nobody watched in between.
    private IEnumerable<string> GoesOn(RunRecord run, BrowserRecord browser) =>
    [
        .. run.Notes.Where(note => !note.EndsWith(PlanRecord.OnlyIncomplete, StringComparison.Ordinal)),
        $"The run was interrupted after {run.Scenarios.Count} of {run.Plan!.Scenarios.Count} scenarios and went on "
            + $"{Wording.Utc(TimeProvider.System.GetUtcNow())}"
            + (browser.Version == run.Browser.Version ? "." : $", in {browser.Name} {browser.Version} in place of {run.Browser.Version}."),
    ];

    // Before the first scenario, so that each answer is said on a line of its own; the scenarios ask again and are told at once.
    private Task ProveAsync(IWorldFactory worlds, CancellationToken cancellation) => Parallel.ForEachAsync(
        Selected.Where(scenario => worlds.WhyInapplicable(scenario) is null),
        new ParallelOptions { MaxDegreeOfParallelism = Request.Workers, CancellationToken = cancellation },
        async (scenario, interrupted) => await worlds.WhyUnprovenAsync(scenario, interrupted));

    // A green report of a few scenarios must not pass for one of all.
    private IEnumerable<string> Selection()
    {
        var all = Suite.Select(Profile, []).Count;
        if (Suite.LeftOut is [var first, ..]) yield return Unread(Suite.LeftOut.DistinctBy(problem => problem.File).Count(), first);
        if (Request.File is { } file) yield return $"Only {file} was run, and nothing of the catalogue.";
        if (Request.Parking.Resumes) yield return $"Only parked scenarios went on: {Selected.Count} that were due.";
        else if ((Whole ?? Selected).Count < all)
            yield return $"Only {(Whole ?? Selected).Count} of the {all} scenarios of {Profile} were selected "
                + $"({Chosen()}).";
        if (Request.Sharing.Shard is { } shard)
            yield return $"Only part {shard.Index} of {shard.Of} was run: {Selected.Count} of {Whole!.Count} scenarios. "
                + PlanRecord.OnlyAPart;
        if (Request.Sharing.Queue is { } queue)
            yield return $"Only what queue {queue.Name} gave was run, of {Selected.Count} scenarios. {PlanRecord.OnlyAPart}";
    }

    // The same choice on another night is the same in words.
    private string? Choice() => Request.File is { } file ? $"{file} alone"
        : Request.Parking.Resumes ? "parked scenarios"
        : string.Join(", ",
            [
                .. Request.Only.Order(StringComparer.Ordinal).Select(pattern => $"--only {pattern}"),
                .. Failed is not null ? ["--last-failed"] : Array.Empty<string>(),
            ]) is { Length: > 0 } chosen ? chosen : null;

    private string Chosen() => string.Join("; ",
        [
            .. Request.Only.Count > 0 ? [$"--only {string.Join(", ", Request.Only)}"] : Array.Empty<string>(),
            .. Failed is not null ? [$"--last-failed, in run {Failed.Run}"] : Array.Empty<string>(),
        ]);

    /// <summary>Says that files of the catalogue are wrong which nobody asked for.</summary>
    public static string Unread(int files, SuiteProblem first) =>
        $"{(files == 1 ? "One file" : $"{files} files")} of the catalogue cannot be read and {(files == 1 ? "was" : "were")} left out by "
        + $"--only: {first}";

    private IEnumerable<string> NotPlayed()
    {
        var parts = Target.NotPlayed(Selected);
        if (parts.Count > 0)
            yield return $"Parts of the policy files that the {Target.Name} endpoint does not play: {string.Join("; ", parts)}.";
    }

    private static Task<RunRecord> ShowAsync(RunOptions options, CancellationToken cancellation) =>
        Terminal.IsLive
            ? LiveProgress.ShowAsync(
                Terminal.Console, options.Scenarios.Count, progress => new SuiteRunner(options, progress).RunAsync(cancellation))
            : new SuiteRunner(options, new PlainProgress(Console.Out, options.Scenarios.Count)).RunAsync(cancellation);
}
