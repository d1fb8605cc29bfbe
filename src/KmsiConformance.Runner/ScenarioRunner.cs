using System.Diagnostics;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <summary>
/// Runs one scenario in a world of its own. The first step that does not pass decides; the rest is SKIPPED. Whatever
/// goes wrong outside the target is an ERROR of this scenario and of no other.
/// </summary>
/// <param name="options">The run.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="onEvent">Called with every event.</param>
/// <param name="attempt">Which attempt it is.</param>
internal sealed partial class ScenarioRunner(RunOptions options, Scenario scenario, Action<Event> onEvent, Attempt attempt)
{
    private const int Cold = 3;

    private readonly ScenarioJudge _judge = new(options.Suite, options.Profile);
    private readonly List<StepRecord> _records = [];
    private readonly Stopwatch _real = Stopwatch.StartNew();
    private Event? _last;
    private string? _policy;
    private WorldLedger? _ledger;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; there is no result.</exception>
    public async Task<ScenarioRecord> RunAsync(CancellationToken cancellation)
    {
        if (options.Worlds.WhyInapplicable(scenario) is { } reason) return Over(Verdict.Inapplicable, reason);
        try
        {
            if (await options.Worlds.WhyUnprovenAsync(scenario, cancellation) is { } unproven)
                return Over(unproven.Verdict, unproven.Reason);
            await Care.RoomAsync(scenario.Steps.Count(step => step is CredentialsStep), cancellation);
            if (Care.Stopped is { } stopped) return Over(Verdict.Skipped, $"Not run: {stopped}.");
            if (options.Parking?.Resumed.GetValueOrDefault(scenario.Id) is { } label)
                return await ResumeAsync(options.Parking.Lot, label, cancellation);
            _ranUntil = Heartbeat.OfThisProcess.Mark();
            ScenarioRecord? record = null;
            await using (var world = await StartAsync(null, cancellation))
            {
                Spoiled = Standstill(world);
                record = Spoiled is not null ? Over(Verdict.Error, Spoiled) : await StepsAsync(world, cancellation);
            }

            return record;
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            // A fault while the world is being set up or taken down: where somebody stood still meanwhile, it may be for that alone.
            Spoiled ??= Heartbeat.OfThisProcess.LongestOfAny(_ranUntil)?.ToString();
            return Over(Verdict.Error, $"The world could not be set up or taken down: {Trouble.Said(broken)}");
        }
    }

    /// <summary>The result of a scenario that is not run any more, because everybody was lost who did.</summary>
    /// <param name="losses">How many that were.</param>
    public ScenarioRecord Lost(int losses) => Over(
        Verdict.Error,
        $"It was given to {losses} workers, and each was lost while it was at it: ended by force, out of memory, or cut off from the "
        + "queue. Run it alone (--only) to see why.");

    private SignInCare Care => options.Worlds.Target.Care;

    private KnownFailure? Known => options.Known.GetValueOrDefault(scenario.Id);

    // What ended it is an event too, of a moment at which there may be no world. Where there is one, its ledger goes on counting.
    private ScenarioRecord Over(Verdict verdict, string reason, DateTimeOffset? parkedUntil = null)
    {
        var over = new ScenarioEnded(verdict, reason, parkedUntil);
        if (_ledger is not null) _ledger.AppendOf(null, over);
        else
            Note(over with
            {
                Scenario = scenario.Id, Sequence = (_last?.Sequence ?? 0) + 1, Step = _last?.Step ?? 0,
                At = _last?.At ?? TimeProvider.System.GetUtcNow(),
            });
        return Record(over);
    }

    private void Note(Event seen)
    {
        _last = seen;
        onEvent(seen);
    }

    private ScenarioRecord Record(ScenarioEnded? over) =>
        _judge.Record(scenario, _records, over, _policy, Known) with { DurationMs = _real.ElapsedMilliseconds };

    private async Task<World> StartAsync(WorldState? parked, CancellationToken cancellation)
    {
        var world = await options.Worlds.CreateAsync(scenario, Note, cancellation, parked, StepLimit * 2);
        _policy = world.Target.Policy.Words;
        _ledger = world.Ledger;
        world.Ledger.AppendOf(null, JudgedWorld.Ready(world, options.Suite.Users) with { Attempt = attempt.Number });
        return world;
    }

    private TimeSpan StepLimit => attempt.IsCold ? options.StepLimit * Cold : options.StepLimit;
}
