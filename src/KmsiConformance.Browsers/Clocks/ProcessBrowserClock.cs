using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>The browser's process lives at the world's time: <see cref="ClockMode.Process"/>.</summary>
public sealed class ProcessBrowserClock : BrowserClock
{
    private readonly IProcessClock _process;

    /// <summary>Puts the process clock to the world's time.</summary>
    /// <param name="process">The world's own; disposed with this.</param>
    public ProcessBrowserClock(WorldClock world, IProcessClock process)
        : base(world)
    {
        _process = process;
        process.SetOffset(world.Offset);
    }

    /// <inheritdoc/>
    public override ClockMode Mode => ClockMode.Process;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Environment => _process.Environment;

    /// <inheritdoc/>
    public override Task LaunchedAsync(IBrowser browser, CancellationToken cancellation) =>
        BrowserTime.VerifyAsync(browser, Browser, "After its start", cancellation);

    /// <inheritdoc/>
    public override async Task MoveAsync(IReadOnlyList<IBrowser> running, TimeSpan by, CancellationToken cancellation)
    {
        World.MoveBy(by);
        _process.SetOffset(World.Offset + Browser.Off);
        foreach (var browser in running)
            await BrowserTime.VerifyAsync(browser, Browser, "After a move", cancellation);
    }

    /// <inheritdoc/>
    public override async Task PutOffAsync(IReadOnlyList<IBrowser> running, TimeSpan off, CancellationToken cancellation)
    {
        Browser.Off = off;
        _process.SetOffset(World.Offset + Browser.Off);
        foreach (var browser in running)
            await BrowserTime.VerifyAsync(browser, Browser, "After it was put off", cancellation);
    }

    /// <inheritdoc/>
    public override DateTimeOffset ToWorld(DateTimeOffset browserTime) => browserTime - Browser.Off;

    /// <inheritdoc/>
    public override DateTimeOffset ToBrowser(DateTimeOffset worldTime) => worldTime + Browser.Off;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _process.Dispose();
        base.Dispose(disposing);
    }
}
