using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>
/// Runs a scenario as often as it is to be: again in another world where nothing that was seen counts, because somebody stood still
/// meanwhile, and again where the run is to see whether it fails every time. A sign-in is never tried again at a service whose accounts
/// somebody else uses too.
/// </summary>
/// <param name="rules">How often scenarios are run.</param>
/// <param name="mayBeTriedAgain">Whether a scenario may be run again at all.</param>
/// <param name="progress">Told of each further attempt.</param>
/// <param name="runOnce">
/// Runs a scenario once, as its attempt of some number, and says why nothing that was seen counts, if nothing does; cold until one has
/// run.
/// </param>
internal sealed class Attempts(
    AttemptRules rules, Func<Scenario, bool> mayBeTriedAgain, IRunProgress progress,
    Func<Scenario, Attempt, CancellationToken, Task<(ScenarioRecord Record, Spoilt? Spoiled)>> runOnce)
{
    // Whoever loads a machine may do so all night.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private volatile bool _isWarm;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; there is no result.</exception>
    public async Task<ScenarioRecord> RunAsync(Scenario scenario, CancellationToken cancellation)
    {
        var (again, tried) = (new List<string>(), new List<ScenarioRecord>());
        for (var counted = 1; ; counted++)
        {
            await CountedAsync(scenario, tried, again, cancellation);
            if (!GoesOn(scenario, tried[^1], counted)) break;
        }

        return Tries.Of(tried) with { Attempts = tried.Count, Again = again.Count > 0 ? [.. again] : null };
    }

    // Until what was seen counts, or it was tried often enough.
    private async Task CountedAsync(
        Scenario scenario, List<ScenarioRecord> tried, List<string> again, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (record, spoiled) = await runOnce(scenario, new Attempt(tried.Count + 1, !_isWarm), cancellation);
            tried.Add(record with { Shown = tried.Count + 1 });
            _isWarm |= record.Verdict != Verdict.Inapplicable;
            if (spoiled is null) return;
            if (attempt == spoiled.Tries || !mayBeTriedAgain(scenario))
            {
                var often = attempt == 1 ? "It is not tried again here." : $"It was tried {attempt} times.";
                tried[^1] = tried[^1] with { Reason = $"{record.Reason} {often}" };
                return;
            }

            again.Add(spoiled.Why);
            progress.Again(scenario, spoiled.Why);
            if (spoiled.WaitsForCalm) await CpuPressure.CalmAsync(LongestWait, cancellation);
        }
    }

    private bool GoesOn(Scenario scenario, ScenarioRecord record, int counted)
    {
        if (record.Verdict is Verdict.Inapplicable or Verdict.Skipped) return false;
        if (rules.Repeat > 1) return counted < rules.Repeat;
        if (counted > rules.Retries || record.Verdict is not (Verdict.Failed or Verdict.Error) || !mayBeTriedAgain(scenario)) return false;
        progress.Again(scenario, $"it was {record.Verdict.Text()}: {record.Reason}");
        return true;
    }
}

/// <summary>Why nothing that was seen counts.</summary>
/// <param name="Why">A clause such as <c>this machine stood still for 26 s</c>.</param>
/// <param name="Tries">How often it is tried in all.</param>
/// <param name="WaitsForCalm">Whether the next attempt waits until the machine is calmer.</param>
internal sealed record Spoilt(string Why, int Tries = 3, bool WaitsForCalm = false);

/// <summary>An attempt at a scenario.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsCold">Whether nothing has run in this process yet, so that everything takes longer.</param>
internal sealed record Attempt(int Number, bool IsCold);
