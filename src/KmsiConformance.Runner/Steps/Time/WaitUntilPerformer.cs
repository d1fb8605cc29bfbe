using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Time;

/// <summary>Moves the clock to a moment.</summary>
internal sealed class WaitUntilPerformer : StepPerformer<WaitUntilStep>
{
    protected override async Task PerformAsync(
        World world, WaitUntilStep step, string profile, CancellationToken cancellation)
    {
        var moment = step.Moment.Evaluate(world.Settings, world.Start, world.SignedInAt);
        var now = world.Clock.GetUtcNow();
        if (moment < now)
            throw new ScenarioException(
                $"'{step.Moment}' is {moment:u}, but it is already {now:u}: a scenario's clock only moves forward. Reorder the steps.");
        await world.MoveClockAsync(moment - now, cancellation);
    }
}
