using KmsiConformance.Clocks;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>Nothing moves: the harness waits until the time has passed for real: <see cref="ClockMode.Real"/>.</summary>
public sealed class RealBrowserClock(WorldClock world) : BrowserClock(world)
{
    /// <inheritdoc/>
    public override ClockMode Mode => ClockMode.Real;

    /// <inheritdoc/>
    public override Task LaunchedAsync(IBrowser browser, CancellationToken cancellation) =>
        BrowserTime.VerifyAsync(browser, World, "After its start", cancellation);

    /// <inheritdoc/>
    public override Task MoveAsync(IReadOnlyList<IBrowser> running, TimeSpan by, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return RealTime.Delay(by, cancellation);
    }

    /// <inheritdoc/>
    public override DateTimeOffset ToWorld(DateTimeOffset browserTime) => browserTime;

    /// <inheritdoc/>
    public override DateTimeOffset ToBrowser(DateTimeOffset worldTime) => worldTime;
}
