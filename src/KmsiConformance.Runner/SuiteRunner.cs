using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Runner;

/// <summary>Runs the selected scenarios on a number of workers and gathers the verdicts.</summary>
public sealed class SuiteRunner(RunOptions options, IRunProgress progress)
{
    /// <summary>Runs everything selected.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; there is no result.</exception>
    /// <exception cref="IOException">The run folder cannot be written to.</exception>
    public async Task<RunRecord> RunAsync(CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetUtcNow();
        var real = Stopwatch.StartNew();
        var records = new ConcurrentBag<ScenarioRecord>();
        using var writer = options.Folder is null ? null : new EventWriter(options.Folder);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        IOException? unwritable = null;

        void Write(Event observed)
        {
            try
            {
                writer?.Write(observed);
            }
            catch (IOException full)
            {
                // Without its evidence a verdict is worth nothing: end the run instead of going on blind.
                unwritable = full;
                stop.Cancel();
            }
        }

        // The longest first, so that no worker starts a long one when the others are done.
        // Those that are due at some moment go by that.
        var order = options.Scenarios.OrderBy(scenario => options.Parking?.Resumed.GetValueOrDefault(scenario.Id)?.Due)
            .ThenByDescending(scenario => scenario.Steps.Count).ThenBy(scenario => scenario.Id, StringComparer.Ordinal);
        var attempts = new Attempts(MayBeTriedAgain, progress, async (scenario, isCold, interrupted) =>
        {
            var runner = new ScenarioRunner(options, scenario, Write, isCold);
            return (await runner.RunAsync(interrupted), runner.Spoiled);
        });
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForEachAsync(order, parallel, async (scenario, interrupted) =>
            {
                progress.Started(scenario);
                var record = await attempts.RunAsync(scenario, interrupted);
                records.Add(record);
                progress.Finished(scenario, record);
            });
        }
        catch (OperationCanceledException) when (unwritable is RunFolderGoneException && !cancellation.IsCancellationRequested)
        {
            // What was finished is kept: the folder is there again, and its record says what became of the run.
        }
        catch (OperationCanceledException) when (unwritable is not null)
        {
            throw new IOException($"The run folder {options.Folder!.Path} cannot be written to: {unwritable.Message} The run was ended.",
                unwritable);
        }

        writer?.Dispose();
        var run = Record(started, real.ElapsedMilliseconds, [.. records.OrderBy(record => record.Id, StringComparer.Ordinal)]);
        return writer is not { WasDeleted: true } ? run : run with
        {
            Complete = false, Stopped = run.Stopped ?? $"the run folder {options.Folder!.Path} was deleted while the run was on",
        };
    }

    // A service whose accounts others use too is asked once; a parked journey has gone on, and is not put back.
    private bool MayBeTriedAgain(Scenario scenario) =>
        !options.Worlds.Target.Care.IsShared && options.Parking?.Resumed.ContainsKey(scenario.Id) != true;

    internal RunRecord Record(DateTimeOffset started, long duration, IReadOnlyList<ScenarioRecord> scenarios) => new()
    {
        Id = options.Folder is null ? started.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)
            : Path.GetFileName(options.Folder.Path),
        Tool = ToolRecord.Current,
        StartedUtc = started,
        DurationMs = duration,
        Profile = options.Profile,
        Target = options.Worlds.Target.Record(),
        Browser = options.Worlds.Browser,
        Clock = options.Worlds.Clock,
        ThirdPartyCookies = options.Worlds.ThirdPartyCookies,
        Fault = options.Worlds.Target.Fault,
        Complete = true,
        Stopped = options.Worlds.Target.Care.Stopped,
        Counts = Verdicts.Gravest.ToDictionary(
            verdict => verdict.Text(), verdict => scenarios.Count(scenario => scenario.Verdict == verdict), StringComparer.Ordinal),
        Scenarios = scenarios,
        Requirements = [.. Requirements(scenarios)],
        Conflicts = SeenSides.Of(options.Suite, options.Profile, scenarios),
        Notes = [.. options.Notes, .. scenarios.Select(Surprise).OfType<string>()],
    };

    // An expectation that is no longer true hides the next failure.
    private static string? Surprise(ScenarioRecord scenario) => scenario switch
    {
        { Known.StillSeen: false, Verdict: Verdict.Passed } =>
            $"{scenario.Id} passed, and the target file expects it to fail ({scenario.Known.Because}). Take it out of 'known'.",
        { Known.StillSeen: false, Verdict: Verdict.Failed } =>
            $"{scenario.Id} failed otherwise than 'known' in the target file says.",
        _ => null,
    };

    private IEnumerable<RequirementRecord> Requirements(IReadOnlyList<ScenarioRecord> scenarios) =>
        scenarios
            .SelectMany(scenario => scenario.Requirements.Select(id => (Id: id, Scenario: scenario)))
            .GroupBy(pair => pair.Id, pair => pair.Scenario, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var requirement = options.Suite.Requirements[group.Key];
                return new RequirementRecord
                {
                    Id = requirement.Id,
                    Verdict = Levels.Of(Verdicts.RollUp(group.Select(scenario => scenario.Verdict)), [requirement]),
                    Level = requirement.Level,
                    Basis = requirement.Basis,
                    Text = requirement.Text,
                    Source = $"{requirement.Document}, {requirement.Section}",
                    Area = requirement.Area,
                    Scenarios = [.. group.Select(scenario => scenario.Id)],
                };
            });
}
