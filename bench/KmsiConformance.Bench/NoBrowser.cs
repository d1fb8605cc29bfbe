using KmsiConformance.Browsers;

namespace KmsiConformance.Bench;

/// <summary>Stands in for a world's browser where the bare script drives one of its own. Does nothing and costs nothing.</summary>
internal sealed class NoBrowser(TimeProvider clock) : IBrowser
{
    public string Name => "none";

    public string Version => "";

    public int? ProcessId => null;

    public Task StartAsync(StartKind kind, CancellationToken cancellation) => Task.CompletedTask;

    public Task StopAsync(StopKind kind, CancellationToken cancellation) => Task.CompletedTask;

    public Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<ControlFound?>> FindAsync(
        IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<StoredCookie>>([]);

    public Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation) => Task.CompletedTask;

    public Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation) => Task.CompletedTask;

    public Task<DateTimeOffset> NowAsync(CancellationToken cancellation) => Task.FromResult(clock.GetUtcNow());

    public Task<byte[]?> ScreenshotAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
