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

    private string TooLate(StepBudget limit)
    {
        var late = LateStep.Of(limit.Time, limit.Pressure, MachineLoad.Now?.ToString());
        if (late.IsTheMachines) _tooSlow = late.Words;
        return late.Words;
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
