using KmsiConformance.Suite.Steps.Devices;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Devices;

/// <summary>Goes on at another device.</summary>
internal sealed class UseDevicePerformer : StepPerformer<UseDeviceStep>
{
    protected override Task PerformAsync(
        World world, UseDeviceStep step, string profile, CancellationToken cancellation)
    {
        world.Use(step.Device);
        return Task.CompletedTask;
    }
}
