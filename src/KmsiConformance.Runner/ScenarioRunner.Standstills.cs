using System.Globalization;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <content>
/// Whether what was seen can be believed. A scenario says how much time passes; where more passes, because a machine, a browser
/// or a product stood still or was slow, sessions and tokens are older than anybody meant, and nothing follows from what they do.
/// </content>
internal sealed partial class ScenarioRunner
{
    private const string Expectation = "a machine that keeps going";

    private readonly RealTimeSpent _spent = new();
    private string? _tooSlow;

    // Until then it is known that all ran; there is no gap between two steps.
    private long _ranUntil = Heartbeat.OfThisProcess.Mark();

    /// <summary>Why nothing that was seen counts; null where it does. It may be tried again.</summary>
    public string? Spoiled { get; private set; }

    /// <summary>Whether that is because the machine was too slow, which it may be again.</summary>
    public bool WasTooSlow => _tooSlow is not null;

    // A machine on which somebody waits for a processor half of the time is as likely to blame as whoever is waited for.
    private string TooLate(StepBudget limit)
    {
        var late = string.Create(
            CultureInfo.InvariantCulture, $"the step did not end within {limit.Time.TotalSeconds:0} s of real time");
        if (limit.Pressure < 0.5) return late;
        var load = MachineLoad.Now is { } now ? $" ({now})" : "";
        return _tooSlow = string.Create(
            CultureInfo.InvariantCulture,
            $"this machine was too slow: {late}, and in {limit.Pressure:P0} of it somebody waited for a processor{load}");
    }

    // Null where what was seen can be believed.
    private Unjudged? Unbelievable(World world, Step step, StepBudget budget, Verdict verdict)
    {
        Spoiled = Standstill(world) ?? _tooSlow
            ?? (world.Clock.Stands || verdict == Verdict.Error ? null
                : _spent.Add(step, world.Settings, budget.Worked, StepLimit / 2 * Math.Min(budget.Stretch, 2)));
        return Spoiled is null ? null : new Unjudged(Verdict.Error, Expectation, Spoiled);
    }

    private string? Standstill(World world)
    {
        var now = Heartbeat.OfThisProcess.Mark();
        var standstill = world.StandstillSince(_ranUntil);
        _ranUntil = now;
        return standstill?.ToString();
    }
}
