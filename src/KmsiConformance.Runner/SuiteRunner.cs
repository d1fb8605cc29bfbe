using System.Collections.Concurrent;
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
        var records = new ConcurrentBag<ScenarioRecord>(options.Earlier?.Scenarios ?? []);
        using var held = options is { Folder: { } own, Earlier: null } ? own.Hold() : null;
        if (options is { Folder: { } begun, Earlier: null }) Begin(begun, started);
        using var writer = options.Folder is null ? null : new EventWriter(options.Folder, options.Earlier is not null);
        using var results = options.Folder is null ? null : new ResultWriter(options.Folder, options.Earlier is not null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var borne = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        IOException? unwritable = null;

        void Write(Event observed) => Keep(() => writer?.Write(observed));

        void Keep(Action write)
        {
            try
            {
                write();
            }
            catch (IOException full)
            {
                // Without its evidence a verdict is worth nothing: end the run instead of going on blind.
                unwritable ??= full;
                stop.Cancel();
            }
        }

        // The longest first, so that no worker starts a long one when the others are done.
        // Those that are due at some moment go by that.
        var order = Shards.LongestFirst(options.Scenarios, options.Times)
            .OrderBy(scenario => options.Parking?.Resumed.GetValueOrDefault(scenario.Id)?.Due);
        var attempts = new Attempts(options.Attempts, MayBeTriedAgain, progress, async (scenario, attempt, interrupted) =>
        {
            using var span = Tracing.Begin("scenario", scenario.Id, ("attempt", attempt.Number));
            var runner = new ScenarioRunner(options, scenario, Write, attempt);
            var record = await runner.RunAsync(interrupted);
            span.End(record.Verdict, record.Reason);
            return (record, runner.Spoiled is not { } why ? null
                : runner.WasTooSlow ? new Spoilt(why, Tries: 2, WaitsForCalm: true) : new Spoilt(why));
        });
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = borne.Token };
        try
        {
            await Parallel.ForEachAsync(order, parallel, async (scenario, interrupted) =>
            {
                progress.Started(scenario);
                var record = await attempts.RunAsync(scenario, interrupted);
                records.Add(record);
                Keep(() => results?.Write(record));
                progress.Finished(scenario, record);
                if (IsEnough(records)) await borne.CancelAsync();
            });
        }
        catch (OperationCanceledException) when (borne.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            // As many have failed as the run was to bear: what was under way is given up, and can be run when it goes on.
        }
        catch (OperationCanceledException) when (unwritable is RunFolderGoneException && !cancellation.IsCancellationRequested)
        {
            // What was finished is kept: the folder is there again, and its record says what became of the run.
        }
        catch (OperationCanceledException) when (unwritable is not null)
        {
            throw new IOException(
                $"The run folder {options.Folder!.Path} cannot be written to: {unwritable.Message} The run was ended. When it can be "
                + $"written to again, 'kmsi run --resume {options.Folder.Path}' goes on.",
                unwritable);
        }

        writer?.Dispose();
        results?.Dispose();
        var run = Record(started, (options.Earlier?.DurationMs ?? 0) + real.ElapsedMilliseconds, [.. records]);
        if (borne.IsCancellationRequested && !stop.IsCancellationRequested && options.Scenarios.Count > 0
            && run.Scenarios.Count < run.Plan!.Scenarios.Count)
            run = run with { Complete = false, BoreEnough = true };
        return writer is not { WasDeleted: true } ? run : run with
        {
            Complete = false, Stopped = run.Stopped ?? $"the run folder {options.Folder!.Path} was deleted while the run was on",
        };
    }

    private bool IsEnough(IEnumerable<ScenarioRecord> records) => options.MaxFailures is { } most
        && records.Count(record => record.Verdict == Verdict.Failed && !options.IsLivedWith(record)) >= most;

    // A service whose accounts others use too is asked once; a parked journey has gone on, and is not put back.
    private bool MayBeTriedAgain(Scenario scenario) =>
        !options.Worlds.Target.Care.IsShared && options.Parking?.Resumed.ContainsKey(scenario.Id) != true;

    internal RunRecord Record(DateTimeOffset started, long duration, IReadOnlyList<ScenarioRecord> scenarios) =>
        RunResult.Of(options.Suite, Head(started) with { DurationMs = duration }, scenarios) with
        {
            Stopped = options.Worlds.Target.Care.Stopped,
        };

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
