using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Clears the browser's cookies, of all sites.</summary>
internal sealed class ClearCookiesPerformer : StepPerformer<ClearCookiesStep>
{
    protected override async Task PerformAsync(
        World world, ClearCookiesStep step, string profile, CancellationToken cancellation)
    {
        foreach (var cookie in await world.Browser.CookiesAsync(cancellation)) await world.Browser.DeleteCookieAsync(cookie, cancellation);
    }
}
