using KmsiConformance.Browsers;
using KmsiConformance.Clocks;

namespace KmsiConformance.Bench;

/// <summary>Hands everything on to the simulated browser and writes down what a person would have done.</summary>
/// <param name="acts">Where it is written.</param>
internal sealed class ScriptRecorder(IBrowser browser, WorldClock clock, List<ScriptAct> acts) : IBrowser
{
    private bool _hasRun;

    public string Name => browser.Name;

    public string Version => browser.Version;

    public int? ProcessId => browser.ProcessId;

    public async Task StartAsync(StartKind kind, CancellationToken cancellation)
    {
        if (_hasRun) acts.Add(kind == StartKind.Ordinary ? new RestartAct(clock.Offset) : new ForeignAct(clock.Offset));
        _hasRun = true;
        await browser.StartAsync(kind, cancellation);
    }

    public Task StopAsync(StopKind kind, CancellationToken cancellation)
    {
        if (kind != StopKind.Quit) acts.Add(new ForeignAct(clock.Offset));
        return browser.StopAsync(kind, cancellation);
    }

    public async Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var offset = clock.Offset;
        var page = await browser.OpenAsync(url, signs, limit, cancellation);
        acts.Add(page.LeftTheWeb ? new ForeignAct(offset) : new VisitAct(offset, url, page.Url));
        return page;
    }

    public async Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var (offset, now) = (clock.Offset, clock.GetUtcNow());
        var page = await browser.SubmitAsync(entry, signs, limit, cancellation);
        var message = page.Message is not null && !page.IsErrorPage ? Visible(signs.Message) : null;
        acts.Add(page.LeftTheWeb ? new ForeignAct(offset) : new FillAct(offset, now, entry, page.Url, message));
        return page;
    }

    public Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ControlFound?>> FindAsync(
        IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
        browser.FindAsync(controls, signs, cancellation);

    public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation) => browser.CookiesAsync(cancellation);

    public Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation)
    {
        acts.Add(new ForeignAct(clock.Offset));
        return browser.SetCookieAsync(cookie, cancellation);
    }

    public Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation)
    {
        acts.Add(new ForeignAct(clock.Offset));
        return browser.DeleteCookieAsync(cookie, cancellation);
    }

    public Task<DateTimeOffset> NowAsync(CancellationToken cancellation) => browser.NowAsync(cancellation);

    public Task<byte[]?> ScreenshotAsync(CancellationToken cancellation) => browser.ScreenshotAsync(cancellation);

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    /// <summary>One selector for the first visible element of several.</summary>
    public static string Visible(IReadOnlyList<string> selectors) => $"css={string.Join(", ", selectors)} >> visible=true >> nth=0";
}
