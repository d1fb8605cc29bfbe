using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Puts the copy of a cookie back.</summary>
internal sealed class PasteCookiePerformer : StepPerformer<PasteCookieStep>
{
    protected override async Task PerformAsync(
        World world, PasteCookieStep step, string profile, CancellationToken cancellation)
    {
        var copies = world.CopiesOf(step.Cookie);
        if (copies.Count == 0) throw new MissingEvidenceException($"nobody has kept a copy of {step.Cookie} so far");
        foreach (var copy in copies)
        {
            // Whoever has stolen a value cares little for the expiry it came with.
            await world.Browser.SetCookieAsync(copy with { ExpiresAt = null }, cancellation);
        }
    }
}
