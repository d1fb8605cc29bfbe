using KmsiConformance.Checks;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Falsifies a cookie in the browser's store.</summary>
internal sealed class TamperCookiePerformer : StepPerformer<TamperCookieStep>
{
    protected override async Task<IReadOnlyList<Check>> PerformAsync(
        World world, TamperCookieStep step, string profile, CancellationToken cancellation)
    {
        foreach (var cookie in await StoredOrMissing.FindAsync(world, step.Cookie, "tamper with", cancellation))
            await world.Browser.SetCookieAsync(cookie with { Value = Falsified(cookie.Value) }, cancellation);
        return NoChecks;
    }

    // One character in the middle becomes another of the same kind: length and alphabet stay, so that only the value is wrong. The
    // next letter, so that doing it twice does not undo it.
    internal static string Falsified(string value)
    {
        var at = value.Length / 2;
        var other = value[at] is >= 'A' and < 'Z' ? (char)(value[at] + 1) : 'A';
        return value[..at] + other + value[(at + 1)..];
    }
}
