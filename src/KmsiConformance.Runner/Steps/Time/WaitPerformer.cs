using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Time;

/// <summary>Moves the clock by a length of time.</summary>
internal sealed class WaitPerformer : StepPerformer<WaitStep>
{
    protected override async Task PerformAsync(
        World world, WaitStep step, string profile, CancellationToken cancellation)
    {
        await world.MoveClockAsync(step.Duration.Evaluate(world.Settings), cancellation);
    }
}
