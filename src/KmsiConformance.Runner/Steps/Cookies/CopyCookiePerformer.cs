using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Keeps a copy of a cookie outside the browser.</summary>
internal sealed class CopyCookiePerformer : StepPerformer<CopyCookieStep>
{
    protected override async Task PerformAsync(
        World world, CopyCookieStep step, string profile, CancellationToken cancellation)
    {
        world.KeepCopy(step.Cookie, await StoredOrMissing.FindAsync(world, step.Cookie, "copy", cancellation));
    }
}
