using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Time;

/// <summary>Puts clocks off.</summary>
internal sealed class ClockOffPerformer : StepPerformer<ClockOffStep>
{
    protected override async Task PerformAsync(
        World world, ClockOffStep step, string profile, CancellationToken cancellation)
    {
        foreach (var (whose, error) in step.Clocks) await world.PutClockOffAsync(whose, error.Evaluate(world.Settings), cancellation);
    }
}
