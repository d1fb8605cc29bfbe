using KmsiConformance.Suite.Steps.Tabs;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tabs;

/// <summary>Goes on in another tab.</summary>
internal sealed class UseTabPerformer : StepPerformer<UseTabStep>
{
    protected override async Task PerformAsync(
        World world, UseTabStep step, string profile, CancellationToken cancellation)
    {
        await world.UseTabAsync(step.Tab, cancellation);
    }
}
