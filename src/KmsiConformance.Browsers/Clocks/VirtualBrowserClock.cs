using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>The browser reads the world's clock itself: <see cref="ClockMode.Virtual"/>. Nothing has to be moved but that.</summary>
public sealed class VirtualBrowserClock(WorldClock world) : BrowserClock(world)
{
    /// <inheritdoc/>
    public override ClockMode Mode => ClockMode.Virtual;

    /// <inheritdoc/>
    public override Task LaunchedAsync(IBrowser browser, CancellationToken cancellation) =>
        BrowserTime.VerifyAsync(browser, Browser, "After its start", cancellation);

    /// <inheritdoc/>
    public override async Task MoveAsync(IReadOnlyList<IBrowser> running, TimeSpan by, CancellationToken cancellation)
    {
        World.MoveBy(by);
        foreach (var browser in running)
            await BrowserTime.VerifyAsync(browser, Browser, "After a move", cancellation);
    }

    /// <inheritdoc/>
    public override async Task PutOffAsync(IReadOnlyList<IBrowser> running, TimeSpan off, CancellationToken cancellation)
    {
        Browser.Off = off;
        foreach (var browser in running)
            await BrowserTime.VerifyAsync(browser, Browser, "After it was put off", cancellation);
    }

    /// <inheritdoc/>
    public override DateTimeOffset ToWorld(DateTimeOffset browserTime) => browserTime - Browser.Off;

    /// <inheritdoc/>
    public override DateTimeOffset ToBrowser(DateTimeOffset worldTime) => worldTime + Browser.Off;
}
