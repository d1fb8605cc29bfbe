using KmsiConformance.Checks;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps;

/// <summary>Moves the clock by a length of time.</summary>
internal sealed class WaitPerformer : StepPerformer<WaitStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, WaitStep step, string profile, CancellationToken cancellation)
    {
        await world.MoveClockAsync(step.Duration.Evaluate(world.Settings), cancellation);
        return NoChecks;
    }
}

/// <summary>Moves the clock to a moment.</summary>
internal sealed class WaitUntilPerformer : StepPerformer<WaitUntilStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, WaitUntilStep step, string profile, CancellationToken cancellation)
    {
        var moment = step.Moment.Evaluate(world.Settings, world.Start, world.SignedInAt);
        var by = moment - world.Clock.GetUtcNow();
        if (by < TimeSpan.Zero)
            throw new ScenarioException($"'{step.Moment}' is {moment:u}, but it is already {world.Clock.GetUtcNow():u}: a scenario's clock only moves forward. Reorder the steps.");
        await world.MoveClockAsync(by, cancellation);
        return NoChecks;
    }
}

/// <summary>Ends the browser's process and starts another on the same profile.</summary>
internal sealed class RestartBrowserPerformer : StepPerformer<RestartBrowserStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(World world, RestartBrowserStep step, string profile, CancellationToken cancellation)
    {
        await world.RestartBrowserAsync(step.Kind, cancellation);
        return NoChecks;
    }
}
