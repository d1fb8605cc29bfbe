using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Deletes a cookie from the browser's store.</summary>
internal sealed class DeleteCookiePerformer : StepPerformer<DeleteCookieStep>
{
    protected override async Task PerformAsync(
        World world, DeleteCookieStep step, string profile, CancellationToken cancellation)
    {
        foreach (var cookie in await StoredOrMissing.FindAsync(world, step.Cookie, "delete", cancellation))
            await world.Browser.DeleteCookieAsync(cookie, cancellation);
    }
}
