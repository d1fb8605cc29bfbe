using KmsiConformance.Cookies;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>
/// A browser without a process, a window or scripts: HTTP, forms, frames and a cookie store by the letter of
/// RFC 6265bis, at a time that it is given. docs/browsers.md says what it can and cannot show.
/// </summary>
/// <param name="observer">Told of every exchange.</param>
public sealed class SimulatedBrowser(SimulatedLaunch launch, Action<BrowserSight> observer) : IBrowser
{
    internal const string UserAgent = "Mozilla/5.0 (compatible; KmsiConformance simulated browser)";

    private readonly CookieStore _profile = new(launch.Clock, launch.Cookies);
    private CookieStore _cookies = new(launch.Clock, launch.Cookies);
    private readonly WebStorage _storage = new(launch.Cookies.ThirdParty != ThirdPartyCookies.Allowed);
    private HttpMessageInvoker? _http;
    private Fetch? _fetch;
    private readonly Dictionary<string, SimulatedTab> _tabs = new(StringComparer.Ordinal);
    private SimulatedTab? _tab;

    /// <inheritdoc/>
    public string Name => "simulated";

    /// <inheritdoc/>
    public string Version { get; } = typeof(SimulatedBrowser).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Null: there is no process.</summary>
    public int? ProcessId => null;

    // No scenario can call a tab so.
    private const string FirstTab = "";

    private SimulatedTab Tab => _tab ?? throw NotRunning();

    /// <inheritdoc/>
    public Task StartAsync(StartKind kind, CancellationToken cancellation)
    {
        if (_tab is not null) throw new InvalidOperationException("The browser is already running; stop it first.");

        // What a browser does with the session of the last process it decides when it starts again.
        if (kind != StartKind.RestoreSession) _profile.EndSession();
        _cookies = kind == StartKind.PrivateWindow ? new CookieStore(launch.Clock, launch.Cookies) : _profile;

        // Exchanges are numbered through restarts; connections end with the browser.
        _http = new HttpMessageInvoker(launch.Transport());
        _fetch = new Fetch(_http, _cookies, observer, _fetch)
        {
            Storage = kind == StartKind.PrivateWindow ? new WebStorage(launch.Cookies.ThirdParty != ThirdPartyCookies.Allowed) : _storage,
        };
        _tabs.Clear();
        _tab = _tabs[FirstTab] = new SimulatedTab(_fetch, launch.Cookies.PublicSuffixes);
        return Task.CompletedTask;
    }

    /// <summary>Ends the browser. Quit and crash differ in nothing here: a store in memory has always been written.</summary>
    public Task StopAsync(StopKind kind, CancellationToken cancellation)
    {
        if (_tab is null) throw NotRunning();
        End();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task UseTabAsync(string? tab, CancellationToken cancellation)
    {
        if (_tab is null) throw NotRunning();
        if (!_tabs.TryGetValue(tab ?? FirstTab, out var open))
            open = _tabs[tab!] = new SimulatedTab(FetchOf(tab!), launch.Cookies.PublicSuffixes);
        _tab = open;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PageSnapshot> LookAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        Task.FromResult(Tab.Look(signs));

    /// <inheritdoc/>
    public Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        Tab.OpenAsync(url, signs, limit, cancellation);

    /// <inheritdoc/>
    public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        Tab.SubmitAsync(entry, signs, limit, cancellation);

    /// <summary>
    /// Fills in the page that is shown and presses what sends it, as <see cref="SubmitAsync"/> does, but stops before the first request
    /// of the window that is to be held back.
    /// </summary>
    /// <param name="holdsBack">Whether a request to that address is not to be sent.</param>
    /// <returns>Null where a page came to rest before there was such a request.</returns>
    public async Task<HeldRequest?> SubmitAndHoldAsync(
        PageEntry entry, PageSigns signs, Func<Uri, bool> holdsBack, TimeSpan limit, CancellationToken cancellation)
    {
        var tab = Tab;
        _fetch!.HoldsBack = holdsBack;
        try
        {
            await tab.SubmitAsync(entry, signs, limit, cancellation);
            return null;
        }
        catch (HeldBackException stopped)
        {
            return stopped.Held;
        }
        finally
        {
            _fetch.HoldsBack = null;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LinksAsync(CancellationToken cancellation) => Task.FromResult(Tab.Links());

    /// <summary>How many visible elements of the page that is shown fit the first of the selectors that any fits.</summary>
    public int Count(IReadOnlyList<string> selectors) => Tab.Count(selectors);

    /// <inheritdoc/>
    public Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        Tab.GoBackAsync(signs, limit, cancellation);

    /// <inheritdoc/>
    public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation) =>
        Tab.ReloadAsync(signs, limit, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ControlFound?>> FindAsync(IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
        Task.FromResult(Tab.Find(controls));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation)
    {
        _ = Tab;
        return Task.FromResult<IReadOnlyList<StoredCookie>>([.. _cookies.All.Select(SimulatedCookies.ToStored)]);
    }

    /// <inheritdoc/>
    public Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation)
    {
        _ = Tab;
        _cookies.Put(SimulatedCookies.FromStored(cookie, launch.Clock.GetUtcNow()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation) =>
        SetCookieAsync(cookie with { ExpiresAt = DateTimeOffset.UnixEpoch }, cancellation);

    /// <inheritdoc/>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellation)
    {
        _ = Tab;
        return Task.FromResult(launch.Clock.GetUtcNow());
    }

    /// <summary>Null: nothing is drawn, and a picture that only looks like evidence would be none.</summary>
    public Task<byte[]?> ScreenshotAsync(CancellationToken cancellation)
    {
        _ = Tab;
        return Task.FromResult<byte[]?>(null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        End();
        return ValueTask.CompletedTask;
    }

    private Fetch FetchOf(string tab) => new(_http!, _cookies, sight => observer(sight with { Tab = tab }), _fetch)
    {
        Storage = _fetch!.Storage,
    };

    private void End()
    {
        _tab = null;
        _http?.Dispose();
        _http = null;
    }

    private static InvalidOperationException NotRunning() => new("The browser is not running; start it first.");
}
