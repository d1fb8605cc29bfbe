using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Kept;
using KmsiConformance.Targets;

namespace KmsiConformance.Runner;

/// <summary>Runs the selected scenarios on a number of workers and gathers the verdicts.</summary>
public sealed class SuiteRunner(RunOptions options, IRunProgress progress)
{
    /// <summary>Runs everything selected.</summary>
    /// <exception cref="OperationCanceledException">
    /// The run was interrupted: its folder holds what was finished, and it can go on.
    /// </exception>
    /// <exception cref="IOException">The run folder cannot be written to.</exception>
    public async Task<RunRecord> RunAsync(CancellationToken cancellation)
    {
        var started = options.Earlier?.StartedUtc ?? TimeProvider.System.GetUtcNow();
        var real = Stopwatch.StartNew();
        using var span = Tracing.Begin(
            "run", options.Worlds.Target.Name, ("profile", options.Profile), ("browser", options.Worlds.Browser.Name),
            ("folder", options.Folder?.Path));
        using var held = options is { Folder: { } own, Earlier: null } ? own.Hold() : null;
        if (options is { Folder: { } begun, Earlier: null }) Begin(begun, started);
        await using var queue = options.JoinQueue is { } join ? await join(Head(started), cancellation) : new OwnOrder(Order());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var borne = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        using var underWay = new RunUnderWay(options, stop);
        var attempts = new Attempts(options.Attempts, MayBeTriedAgain, progress, async (scenario, attempt, interrupted) =>
        {
            using var span = Tracing.Begin("scenario", scenario.Id, ("attempt", attempt.Number));
            var runner = new ScenarioRunner(options, scenario, underWay.Write, attempt);
            var record = await runner.RunAsync(interrupted);
            span.End(record.Verdict, record.Reason);
            return (record, runner.Spoiled is not { } why ? null
                : runner.WasTooSlow ? new Spoilt(why, Tries: 2, WaitsForCalm: true) : new Spoilt(why));
        });
        string? left = null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = borne.Token };
        try
        {
            await Parallel.ForEachAsync(queue.GiveAsync(progress, borne.Token), parallel, async (given, interrupted) =>
            {
                await RunAsync(queue, given, attempts, underWay, interrupted);
                if (IsEnough(underWay)) await borne.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (borne.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            // As many have failed as the run was to bear: what was under way is given up, and can be run when it goes on.
        }
        catch (OperationCanceledException) when (underWay.Unwritable is RunFolderGoneException && !cancellation.IsCancellationRequested)
        {
            // What was finished is kept: the folder is there again, and its record says what became of the run.
        }
        catch (OperationCanceledException) when (underWay.Unwritable is not null)
        {
            throw new IOException(
                $"The run folder {options.Folder!.Path} cannot be written to: {underWay.Unwritable.Message} The run was ended. When it can "
                + $"be written to again, 'kmsi run --resume {options.Folder.Path}' goes on.",
                underWay.Unwritable);
        }
        catch (QueueException gone)
        {
            left = Trouble.Said(gone).TrimEnd('.');
        }

        underWay.Dispose();
        var run = Record(
            started, (options.Earlier?.DurationMs ?? 0) + real.ElapsedMilliseconds, underWay.Records, underWay.Notes);
        if (borne.IsCancellationRequested && !stop.IsCancellationRequested && options.Scenarios.Count > 0
            && run.Scenarios.Count < run.Plan!.Scenarios.Count)
            run = run with { Complete = false, BoreEnough = true };
        if (left is not null) run = run with { Complete = false, Stopped = run.Stopped ?? left };
        return !underWay.FolderWasDeleted ? run : run with
        {
            Complete = false, Stopped = run.Stopped ?? $"the run folder {options.Folder!.Path} was deleted while the run was on",
        };
    }

    private async Task RunAsync(
        IScenarioQueue queue, GivenScenario given, Attempts attempts, RunUnderWay underWay, CancellationToken interrupted)
    {
        var scenario = given.Scenario;
        progress.Started(scenario);
        try
        {
            var record = given.Losses >= GivenScenario.MostLosses
                ? new ScenarioRunner(options, scenario, underWay.Write, new Attempt(1, IsCold: false)).Lost(given.Losses)
                : await attempts.RunAsync(scenario, interrupted);
            if (await underWay.AddAsync(queue, given, record, interrupted)) progress.Finished(scenario, record);
            else progress.Refused(scenario);
        }
        catch (OperationCanceledException)
        {
            await queue.GiveBackAsync(scenario);
            throw;
        }
    }

    // The longest first, so that no worker starts a long one when the others are done.
    // Those that are due at some moment go by that.
    private IEnumerable<Scenario> Order() => Shards.LongestFirst(options.Scenarios, options.Times)
        .OrderBy(scenario => options.Parking?.Resumed.GetValueOrDefault(scenario.Id)?.Due);

    private bool IsEnough(RunUnderWay underWay) => options.MaxFailures is { } most
        && underWay.Records.Count(record => record.Verdict == Verdict.Failed && !options.IsLivedWith(record)) >= most;

    // A service whose accounts others use too is asked once; a parked journey has gone on, and is not put back.
    private bool MayBeTriedAgain(Scenario scenario) =>
        !options.Worlds.Target.Care.IsShared && options.Parking?.Resumed.ContainsKey(scenario.Id) != true;

    internal RunRecord Record(
        DateTimeOffset started, long duration, IReadOnlyList<ScenarioRecord> scenarios, IReadOnlyList<string>? notes = null)
    {
        var head = Head(started) with { DurationMs = duration, Notes = [.. options.Notes, .. notes ?? []] };

        // What it was to do is known when nothing is left in the queue.
        if (options.Queue is not null)
            head = head with
            {
                Plan = head.Plan! with { Scenarios = [.. scenarios.Select(one => one.Id).Order(StringComparer.Ordinal)] },
            };
        return RunResult.Of(options.Suite, head, scenarios) with { Stopped = options.Worlds.Target.Care.Stopped };
    }

    // Whoever is killed leaves what was to be done, and what was asked.
    private void Begin(RunFolder folder, DateTimeOffset started)
    {
        // All parts of a plan keep the same, so that they are known for parts of one.
        SuiteArchive.Write(options.Suite, options.Whole ?? options.Scenarios, folder.ScenariosFile);
        folder.BeginRun((Head(started) with
        {
            Requirements = RunResult.Asked(options.Suite, options.Profile, options.Scenarios),
        }).With([]));
    }

    // All that is known before anything has run.
    private RunRecord Head(DateTimeOffset started) => new()
    {
        Id = options.Folder is null ? started.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)
            : Path.GetFileName(options.Folder.Path),
        Tool = ToolRecord.Current,
        StartedUtc = started,
        DurationMs = 0,
        Profile = options.Profile,
        Target = options.Worlds.Target.Record(),
        Browser = options.Worlds.Browser,
        Clock = options.Worlds.Clock,
        ThirdPartyCookies = options.Worlds.ThirdPartyCookies,
        Fault = options.Worlds.Target.Fault,
        Plan = options.Earlier?.Plan
            ?? (options.Plan ?? new PlanRecord([.. options.Scenarios.Select(scenario => scenario.Id).Order(StringComparer.Ordinal)])) with
            {
                Archive = options.Folder is { } kept && File.Exists(kept.ScenariosFile) ? kept.Fingerprint() : null,
            },
        Complete = true,
        Counts = new Dictionary<string, int>(StringComparer.Ordinal),
        Scenarios = [],
        Requirements = [],
        Notes = options.Notes,
    };
}
