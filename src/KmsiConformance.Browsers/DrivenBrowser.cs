using KmsiConformance.Clocks.Processes;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>
/// A real browser on a profile folder of its own. A restart is a real end of the process and a new process on the
/// same folder: Playwright's storage state would bring session cookies back and so fake what is to be tested.
/// </summary>
/// <param name="conditions">What the scenario needs of it.</param>
/// <param name="observer">Told of every HTTP exchange; called from another thread, must be quick.</param>
public abstract class DrivenBrowser(BrowserConditions conditions, Action<BrowserSight> observer) : IBrowser
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);
    private readonly ExchangeWatch _watch = new(observer);
    private ProfileFolder? _folder;
    private BrowserSession? _session;
    private readonly Dictionary<string, TopLevelPage> _tabs = new(StringComparer.Ordinal);
    private TopLevelPage? _page;
    private readonly Lock _gate = new();
    private Task _starting = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Told of what the browser does.</summary>
    private protected Action<BrowserSight> Observer { get; } = observer;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public string Version { get; private set; } = "";

    /// <inheritdoc/>
    public int? ProcessId => _session?.ProcessId;

    // No scenario can call a tab so.
    private const string FirstTab = "";

    private IPage Shown => _page!.Page;

    private BrowserSession Running => _session ?? throw new InvalidOperationException("The browser is not running; start it first.");

    /// <inheritdoc/>
    public Task StartAsync(StartKind kind, CancellationToken cancellation)
    {
        if (_session is not null)
            throw new InvalidOperationException("The browser is already running; stop it first.");

        // A step that nobody waits for any more may go on to start what was put away meanwhile: that one would be nobody's.
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _starting = LaunchOnFolderAsync(kind, cancellation);
        }
    }

    private async Task LaunchOnFolderAsync(StartKind kind, CancellationToken cancellation)
    {
        // Until it is known which process came up, whoever ends them all has to look for it.
        BrowserProcesses.Remember(_folder ??= new ProfileFolder(), processes: null);
        var session = await LaunchAsync(_folder, kind, _watch, cancellation);
        BrowserProcesses.Remember(_folder, session.Processes);
        _tabs.Clear();
        _page = _tabs[FirstTab] = new TopLevelPage(session.Page, _watch.Watch(session.Page, tab: null), session.CallAsync);
        _session = session;
        Version = session.Version;
    }

    /// <inheritdoc/>
    public async Task StopAsync(StopKind kind, CancellationToken cancellation)
    {
        var session = Running;
        if (kind == StopKind.Crash)
        {
            if (!session.IsPrivate)
                await session.CallAsync(async () => await session.Cookies.FlushAsync(await NowAsync(cancellation)), cancellation);
            session.Crash();
        }
        else
        {
            // Whoever goes on where the user left off would load the page again before anybody asks for it.
            if (conditions.RestoresSession) await LeavePagesAsync(session, cancellation);
            await QuitAsync(session, cancellation);
        }

        await session.Processes.WaitGoneAsync(EndLimit, cancellation);
        _session = null;
    }

    /// <inheritdoc/>
    public async Task UseTabAsync(string? tab, CancellationToken cancellation)
    {
        var session = Running;
        if (_tabs.TryGetValue(tab ?? FirstTab, out var open))
        {
            await session.CallAsync(() => open.Page.BringToFrontAsync(), cancellation);
            _page = open;
            return;
        }

        var page = await session.CallAsync(() => session.Page.Context.NewPageAsync(), cancellation);
        session.Add(page);
        var opened = new TopLevelPage(page, _watch.Watch(page, tab), session.CallAsync);
        await session.CallAsync(() => AttachTabAsync(page, tab!), cancellation);
        _page = _tabs[tab!] = opened;
    }

    /// <inheritdoc/>
    public Task<PageSnapshot> LookAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        _ = Running;
        return _page!.LookAsync(signs, limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        _ = Running;
        return _page!.OpenAsync(url, signs, limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        _ = Running;
        return _page!.SubmitAsync(entry, signs, limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        _ = Running;
        return _page!.GoBackAsync(signs, limit, cancellation);
    }

    /// <inheritdoc/>
    public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        _ = Running;
        return _page!.ReloadAsync(signs, limit, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ControlFound?>> FindAsync(
        IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
        await Running.CallAsync(() => new PageLook(Shown, signs).DescribeAsync(controls, outline: false), cancellation);

    /// <summary>A PNG of the whole page with the controls outlined and named by their recipe keys.</summary>
    public Task<byte[]> OutlinedPictureAsync(IReadOnlyList<Control> controls, PageSigns signs, CancellationToken cancellation) =>
        Running.CallAsync(
            async () =>
            {
                await new PageLook(Shown, signs).DescribeAsync(controls, outline: true);
                return await Shown.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
            },
            cancellation);

    /// <inheritdoc/>
    public bool TellsCookies => _session?.Cookies is not UntoldCookies;

    /// <inheritdoc/>
    public virtual bool TellsPartitions => true;

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCookie>> CookiesAsync(CancellationToken cancellation) =>
        Running.CallAsync(() => Running.Cookies.ReadAsync(), cancellation);

    /// <inheritdoc/>
    public Task SetCookieAsync(StoredCookie cookie, CancellationToken cancellation) =>
        Running.CallAsync(() => Running.Cookies.SetAsync(cookie), cancellation);

    /// <inheritdoc/>
    public Task DeleteCookieAsync(StoredCookie cookie, CancellationToken cancellation) =>
        SetCookieAsync(cookie with { ExpiresAt = DateTimeOffset.UnixEpoch + TimeSpan.FromDays(1) }, cancellation);

    /// <inheritdoc/>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellation)
    {
        var milliseconds = await Running.CallAsync(() =>
            ReplacedDocument.AskAsync(() => Shown.EvaluateAsync<double>("() => Date.now()")), cancellation);
        return DateTimeOffset.UnixEpoch + TimeSpan.FromMilliseconds(milliseconds);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> StoredByScriptsAsync(CancellationToken cancellation) =>
        await Running.CallAsync(
            () => ReplacedDocument.AskAsync(() => Shown.EvaluateAsync<string[]>(
                "() => [localStorage, sessionStorage].flatMap(area => Object.values({ ...area }))")), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LinksAsync(CancellationToken cancellation) =>
        await Running.CallAsync(
            () => ReplacedDocument.AskAsync(() => Shown.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href], area[href], form[action]')]"
                + ".map(part => part.getAttribute('href') ?? part.getAttribute('action'))")), cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> ScreenshotAsync(CancellationToken cancellation) =>
        Running.CallAsync(() => PictureTaking.TryAsync(() => PictureAsync(Shown)), cancellation);

    /// <inheritdoc/>
    public byte[]? PackProfile() => _session is null && _folder is { } folder
        ? PackedProfile.Pack(folder.Profile)
        : throw new InvalidOperationException("The profile belongs to a browser that runs, or was never started.");

    /// <inheritdoc/>
    public void UnpackProfile(byte[] packed)
    {
        if (_folder is not null) throw new InvalidOperationException("The browser has a profile already.");
        PackedProfile.Unpack(packed, (_folder = new ProfileFolder()).Profile);
    }

    // The tab that was opened first is the one that comes up again.
    private async Task LeavePagesAsync(BrowserSession session, CancellationToken cancellation)
    {
        foreach (var tab in _tabs.Values.Where(tab => tab.Page != session.Page))
            await session.CallAsync(() => tab.Page.CloseAsync(), cancellation);
        await session.CallAsync(() => session.Page.GotoAsync("about:blank"), cancellation);
    }

    private static async Task QuitAsync(BrowserSession session, CancellationToken cancellation)
    {
        try
        {
            await session.CallAsync(() => session.CloseAsync(), cancellation).WaitAsync(EndLimit, cancellation);
        }
        catch (TimeoutException hung)
        {
            session.Processes.KillAll();
            throw new BrowserGoneException(
                $"The browser ({session}) did not quit within {EndLimit.TotalSeconds} s and was killed: its cookies may be lost.", hung);
        }
    }

    /// <summary>Starts a process on the folder's profile.</summary>
    /// <exception cref="BrowserStartException">The browser does not come up.</exception>
    private protected abstract Task<BrowserSession> LaunchAsync(
        ProfileFolder folder, StartKind kind, ExchangeWatch watch, CancellationToken cancellation);

    /// <summary>Sees what the first tab is seen to do in a further one too.</summary>
    private protected virtual Task AttachTabAsync(IPage page, string tab) => Task.CompletedTask;

    /// <summary>A JPEG of what the page shows.</summary>
    private protected abstract Task<byte[]> PictureAsync(IPage page);

    /// <summary>Ends the browser if it still runs and deletes its profile.</summary>
    public async ValueTask DisposeAsync()
    {
        // Whoever was interrupted while it started does not wait for it; a process that came up later would be nobody's.
        Task starting;
        lock (_gate)
        {
            _isDisposed = true;
            starting = _starting;
        }

        await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_folder is { } folder)
        {
            _folder = null;
            await EndAsync(_session?.Processes ?? ProcessTree.OnProfile(folder.Profile));
            await folder.DeleteAsync();
            BrowserProcesses.Forget(folder);
        }

        GC.SuppressFinalize(this);
    }

    private async Task EndAsync(ProcessTree? processes)
    {
        _session?.Crash();
        _session = null;
        if (processes is null) return;
        processes.KillMain();
        await processes.WaitGoneAsync(EndLimit, CancellationToken.None);
    }
}
