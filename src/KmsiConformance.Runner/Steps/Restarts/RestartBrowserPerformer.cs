using KmsiConformance.Suite.Steps.Restarts;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Restarts;

/// <summary>Ends the browser's process and starts another on the same profile.</summary>
internal sealed class RestartBrowserPerformer : StepPerformer<RestartBrowserStep>
{
    protected override async Task PerformAsync(
        World world, RestartBrowserStep step, string profile, CancellationToken cancellation)
    {
        await world.RestartBrowserAsync(step.Kind, cancellation);
    }
}
