using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Deletes the cookies of one site, nothing else: what a careless sign-out does .</summary>
internal sealed class ForgetAppPerformer : StepPerformer<ForgetAppStep>
{
    protected override async Task PerformAsync(
        World world, ForgetAppStep step, string profile, CancellationToken cancellation)
    {
        foreach (var cookie in await world.Browser.CookiesAsync(cancellation))
        {
            if (world.Sites.OfHost(cookie.Domain) == step.App) await world.Browser.DeleteCookieAsync(cookie, cancellation);
        }
    }
}
