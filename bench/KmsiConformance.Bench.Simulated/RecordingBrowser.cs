using KmsiConformance.Browsers;
using KmsiConformance.Clocks;

namespace KmsiConformance.Bench.Simulated;

/// <summary>Hands everything on to a browser and remembers what can be asked again.</summary>
internal sealed class RecordingBrowser(IBrowser browser, WorldClock clock, Recording recording) : IBrowser
{
    public string Name => browser.Name;

    public string Version => browser.Version;

    public int? ProcessId => browser.ProcessId;

    public Task StartAsync(StartKind kind, CancellationToken cancellation) => AskAsync(asked => asked.StartAsync(kind, cancellation));

    public Task StopAsync(StopKind kind, CancellationToken cancellation) => AskAsync(asked => asked.StopAsync(kind, cancellation));

    public Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        AskAsync(asked => asked.OpenAsync(url, signs, limit, CancellationToken.None));

    public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        AskAsync(asked => asked.SubmitAsync(entry, signs, limit, CancellationToken.None));

    public Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        AskAsync(asked => asked.GoBackAsync(signs, limit, CancellationToken.None));

    public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        AskAsync(asked => asked.ReloadAsync(signs, limit, CancellationToken.None));

    public Task<IReadOnlyList<ControlFound?>> FindAsync(
        IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
        AskAsync(asked => asked.FindAsync(controls, signs, CancellationToken.None));

    public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation) =>
        AskAsync(asked => asked.CookiesAsync(CancellationToken.None));

    public Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation) =>
        AskAsync(asked => asked.SetCookieAsync(cookie, CancellationToken.None));

    public Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation) =>
        AskAsync(asked => asked.DeleteCookieAsync(cookie, CancellationToken.None));

    public Task<DateTimeOffset> NowAsync(CancellationToken cancellation) => browser.NowAsync(cancellation);

    public Task<byte[]?> ScreenshotAsync(CancellationToken cancellation) => browser.ScreenshotAsync(cancellation);

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private T AskAsync<T>(Func<IBrowser, T> ask)
        where T : Task
    {
        recording.Calls.Add((clock.Offset, ask));
        return ask(browser);
    }
}
