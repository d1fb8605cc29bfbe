using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>
/// Runs a scenario again in another world where nothing that was seen counts, because somebody stood still meanwhile. Never at a
/// service whose accounts somebody else uses too.
/// </summary>
/// <param name="mayBeTriedAgain">Whether a scenario may be run again at all.</param>
/// <param name="progress">Told of each further attempt.</param>
/// <param name="runOnce">Runs a scenario once, and says why nothing that was seen counts, if nothing does; cold until one has run.</param>
internal sealed class Attempts(
    Func<Scenario, bool> mayBeTriedAgain, IRunProgress progress,
    Func<Scenario, bool, CancellationToken, Task<(ScenarioRecord Record, string? Spoiled)>> runOnce)
{
    private const int Most = 3;

    private volatile bool _isWarm;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; there is no result.</exception>
    public async Task<ScenarioRecord> RunAsync(Scenario scenario, CancellationToken cancellation)
    {
        var again = new List<string>();
        for (var attempt = 1; ; attempt++)
        {
            var (record, spoiled) = await runOnce(scenario, !_isWarm, cancellation);
            record = record with { Attempts = attempt, Again = again.Count > 0 ? [.. again] : null };
            _isWarm |= record.Verdict != Verdict.Inapplicable;
            if (spoiled is null) return record;
            if (attempt == Most || !mayBeTriedAgain(scenario))
            {
                var tried = attempt == 1 ? "It is not tried again here." : $"It was tried {attempt} times.";
                return record with { Reason = $"{record.Reason} {tried}" };
            }

            again.Add(spoiled);
            progress.Again(scenario, spoiled);
        }
    }
}
