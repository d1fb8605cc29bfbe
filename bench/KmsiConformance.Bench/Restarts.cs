using System.Diagnostics;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Worlds;
using Microsoft.Playwright;

using IBrowser = KmsiConformance.Browsers.IBrowser;

namespace KmsiConformance.Bench;

/// <summary>A restart by the harness, and the bare exit and start of a process on the same kind of profile.</summary>
/// <param name="ready">The browser that both use, with its clock.</param>
internal sealed class Restarts(ReadyBrowser ready, IPlaywright playwright) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-bench-");
    private BrowserClock? _clock;
    private IBrowser? _harness;
    private IBrowserContext? _bare;

    /// <summary>Starts both, so that only restarts are measured.</summary>
    public async Task StartAsync()
    {
        _clock = ready.MakeClock(new WorldClock());
        _harness = ready.MakeBrowser(_clock, _ => { }, BrowserConditions.None);
        await _harness.StartAsync(CancellationToken.None);
        await _clock.LaunchedAsync(_harness, CancellationToken.None);
        _bare = await BareScript.LaunchAsync(playwright, ready, _folder.FullName, _clock);
    }

    /// <summary>
    /// Seconds for what the harness does: quit, wait until every process is gone, start, verify the clock, read the store.
    /// </summary>
    public Task<double> HarnessAsync() => SecondsAsync(async () =>
    {
        await _harness!.StopAsync(StopKind.Quit, CancellationToken.None);
        await _harness.StartAsync(CancellationToken.None);
        await _clock!.LaunchedAsync(_harness, CancellationToken.None);
        await _harness.CookiesAsync(CancellationToken.None);
    });

    /// <summary>Seconds for Playwright's close and launch, and nothing else.</summary>
    public Task<double> BareAsync() => SecondsAsync(async () =>
    {
        await _bare!.CloseAsync();
        _bare = await BareScript.LaunchAsync(playwright, ready, _folder.FullName, _clock!);
    });

    public async ValueTask DisposeAsync()
    {
        if (_harness is not null) await _harness.DisposeAsync();
        if (_bare is not null) await _bare.CloseAsync();
        _clock?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
