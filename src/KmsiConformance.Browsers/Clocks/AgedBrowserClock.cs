using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>
/// The browser stays at real time and its persistent cookies age instead: when the world moves by an hour, every
/// stored expiry moves back by an hour, and what has expired vanishes. Session cookies and everything but cookies
/// (page timers, HTTP cache) do not age: <see cref="ClockMode.Aged"/>.
/// </summary>
public sealed class AgedBrowserClock(WorldClock world) : BrowserClock(world)
{
    // Moved while no browser was running: its cookies age at the next start.
    private TimeSpan _owed;

    /// <inheritdoc/>
    public override ClockMode Mode => ClockMode.Aged;

    /// <inheritdoc/>
    public override async Task LaunchedAsync(IBrowser browser, CancellationToken cancellation)
    {
        await BrowserTime.VerifyAsync(browser, TimeProvider.System, "After its start, at real time,", cancellation);
        await AgeAsync(browser, _owed, cancellation);
        _owed = TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public override async Task MoveAsync(IReadOnlyList<IBrowser> running, TimeSpan by, CancellationToken cancellation)
    {
        World.MoveBy(by);
        if (running.Count == 0) _owed += by;
        foreach (var browser in running) await AgeAsync(browser, by, cancellation);
    }

    /// <inheritdoc/>
    public override DateTimeOffset ToWorld(DateTimeOffset browserTime) => browserTime + World.Offset;

    /// <inheritdoc/>
    public override DateTimeOffset ToBrowser(DateTimeOffset worldTime) => worldTime - World.Offset;

    private static async Task AgeAsync(IBrowser browser, TimeSpan by, CancellationToken cancellation)
    {
        if (by == TimeSpan.Zero)
            return;

        foreach (var cookie in await browser.CookiesAsync(cancellation))
        {
            if (cookie.ExpiresAt is not { } expiry)
                continue;
            if (expiry - by <= RealTime.UtcNow)
                await browser.DeleteCookieAsync(cookie, cancellation);
            else
                await browser.SetCookieAsync(cookie with { ExpiresAt = expiry - by }, cancellation);
        }
    }
}
