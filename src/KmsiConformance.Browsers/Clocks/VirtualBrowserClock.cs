using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>The browser reads the world's clock itself: <see cref="ClockMode.Virtual"/>. Nothing has to be moved but that.</summary>
public sealed class VirtualBrowserClock(WorldClock world) : BrowserClock(world)
{
    /// <inheritdoc/>
    public override ClockMode Mode => ClockMode.Virtual;

    /// <inheritdoc/>
    public override Task LaunchedAsync(IBrowser browser, CancellationToken cancellation) =>
        BrowserTime.VerifyAsync(browser, World, "After its start", cancellation);

    /// <inheritdoc/>
    public override Task MoveAsync(IBrowser? running, TimeSpan by, CancellationToken cancellation)
    {
        World.MoveBy(by);
        return running is null ? Task.CompletedTask : BrowserTime.VerifyAsync(running, World, "After a move", cancellation);
    }

    /// <inheritdoc/>
    public override DateTimeOffset ToWorld(DateTimeOffset browserTime) => browserTime;

    /// <inheritdoc/>
    public override DateTimeOffset ToBrowser(DateTimeOffset worldTime) => worldTime;
}
