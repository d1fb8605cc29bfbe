using System.Diagnostics;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
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
/// <param name="isCold">Whether nothing has run in this process yet, so that everything takes longer.</param>
internal sealed partial class ScenarioRunner(RunOptions options, Scenario scenario, Action<Event> onEvent, bool isCold)
{
    private const int Cold = 3;

    private readonly List<StepRecord> _records = [];
    private readonly Stopwatch _real = Stopwatch.StartNew();
    private string? _reason;
    private string? _policy;
    private DateTimeOffset? _parkedUntil;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The run was interrupted; there is no result.</exception>
    public async Task<ScenarioRecord> RunAsync(CancellationToken cancellation)
    {
        var verdict = Verdict.Error;
        if (options.Worlds.WhyInapplicable(scenario) is { } reason)
        {
            _reason = reason;
            return Record(Verdict.Inapplicable);
        }

        try
        {
            if (await options.Worlds.WhyUnprovenAsync(scenario, cancellation) is { } unproven)
            {
                _reason = unproven.Reason;
                return Record(unproven.Verdict);
            }

            await Care.RoomAsync(scenario.Steps.Count(step => step is CredentialsStep), cancellation);
            if (Care.Stopped is { } stopped)
            {
                _reason = $"Not run: {stopped}.";
                return Record(Verdict.Skipped);
            }

            if (options.Parking?.Resumed.GetValueOrDefault(scenario.Id) is { } label)
                return await ResumeAsync(options.Parking.Lot, label, cancellation);
            _ranUntil = Heartbeat.OfThisProcess.Mark();
            await using var world = await StartAsync(null, cancellation);
            Spoiled = Standstill(world);
            if (Spoiled is not null)
            {
                _reason = Spoiled;
                return Record(Verdict.Error);
            }

            _policy = world.Target.Policy.Words;
            verdict = AtLevel(await StepsAsync(world, cancellation));
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            // A fault while the world is being set up or taken down: where somebody stood still meanwhile, it may be for that alone.
            Spoiled ??= Heartbeat.OfThisProcess.LongestOfAny(_ranUntil)?.ToString();
            _reason ??= $"The world could not be set up or taken down: {Trouble.Said(broken)}";
            verdict = Verdict.Error;
        }

        return Record(verdict);
    }

    private SignInCare Care => options.Worlds.Target.Care;

    private ScenarioRecord Record(Verdict verdict) => new()
    {
        Id = scenario.Id,
        Title = scenario.Title,
        File = scenario.File,
        Verdict = verdict,
        Requirements = [.. options.Suite.Assessed(scenario, options.Profile).Select(requirement => requirement.Id)],
        Attempts = 1,
        DurationMs = _real.ElapsedMilliseconds,
        Steps = [.. _records, .. scenario.Steps.Skip(_records.Count).Select(Unreached)],
        Reason = _reason,
        Policy = _policy,
        ParkedUntil = _parkedUntil,
        Violates = Levels.Violated(verdict, options.Suite.Assessed(scenario, options.Profile)),
        Known = options.Known.TryGetValue(scenario.Id, out var known)
            ? new KnownFailureRecord(known.Because, known.IsThis(verdict, _records.LastOrDefault()?.Actual))
            : null,
        ThirdPartyCookies = scenario.ThirdPartyCookies,
    };

    private Task<World> StartAsync(WorldState? parked, CancellationToken cancellation) =>
        options.Worlds.CreateAsync(scenario, onEvent, cancellation, parked, StepLimit * 2);

    private TimeSpan StepLimit => isCold ? options.StepLimit * Cold : options.StepLimit;

    private Verdict AtLevel(Verdict verdict) => Levels.Of(verdict, options.Suite.Assessed(scenario, options.Profile));
}
