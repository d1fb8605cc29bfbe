using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>
/// Runs a scenario again in another world where nothing that was seen counts, because somebody stood still meanwhile. Never at a
/// service whose accounts somebody else uses too.
/// </summary>
/// <param name="options">The run.</param>
/// <param name="progress">Told of each further attempt.</param>
/// <param name="onEvent">Called with every event; those of each attempt count from 1.</param>
internal sealed class Attempts(RunOptions options, IRunProgress progress, Action<Event> onEvent)
{
    private const int Most = 3;

    private volatile bool _isWarm;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; there is no result.</exception>
    public async Task<ScenarioRecord> RunAsync(Scenario scenario, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var runner = new ScenarioRunner(options, scenario, onEvent, isCold: !_isWarm);
            var record = await runner.RunAsync(cancellation) with { Attempts = attempt };
            _isWarm |= record.Verdict != Verdict.Inapplicable;
            if (runner.Spoiled is not { } why) return record;
            if (attempt == Most || !MayBeTriedAgain(scenario))
            {
                var tried = attempt == 1 ? "It is not tried again here." : $"It was tried {attempt} times.";
                return record with { Reason = $"{record.Reason} {tried}" };
            }

            progress.Again(scenario, why);
        }
    }

    // A parked journey has gone on, and is not put back.
    private bool MayBeTriedAgain(Scenario scenario) =>
        !options.Worlds.Target.Care.IsShared && options.Parking?.Resumed.ContainsKey(scenario.Id) != true;
}
