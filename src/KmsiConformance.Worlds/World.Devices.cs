using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps.Restarts;

namespace KmsiConformance.Worlds;

/// <content>Several browsers, of which one is in use. Time is the same for all.</content>
public sealed partial class World
{
    private Device _inUse;

    /// <summary>The browser of the device in use.</summary>
    public IBrowser Browser => _inUse.Browser;

    /// <summary>Watches the cookies of the device in use.</summary>
    public CookieWatch Cookies => _inUse.Cookies;

    /// <summary>The device in use; null where there is one only.</summary>
    public string? Device => _inUse.Name;

    /// <summary>The tab in use; null where there is one only.</summary>
    public string? Tab => _inUse.Tab.Name;

    /// <summary>Goes on in another tab of the browser in use; what was shown there is still shown.</summary>
    public async Task UseTabAsync(string tab, CancellationToken cancellation)
    {
        await _inUse.UseTabAsync(tab, cancellation);
        Ledger.Tab = tab;
    }

    /// <summary>Goes on at another device; what was shown there is still shown.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name; the suite was checked for that.</exception>
    public void Use(string device) => Use(_parts.Devices.First(known => known.Name == device));

    /// <summary>
    /// The events after the first <paramref name="count"/> ones that were seen on the device in use, or concern all: what
    /// happens in another browser is no evidence of this one.
    /// </summary>
    public IReadOnlyList<Event> Seen(int count) =>
        [.. Ledger.Since(count).Where(seen => seen.Device is null || seen.Device == Device)];

    /// <summary>
    /// Those of them that were seen in the tab in use, or concern all: what a page does in the background is nobody's answer here.
    /// </summary>
    public IReadOnlyList<Event> SeenInTab(int count) =>
        Tab is null ? Seen(count) : [.. Seen(count).Where(seen => seen.Tab is null || seen.Tab == Tab)];

    /// <summary>Looks at the cookies of all devices: time passes on those that lie idle too.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var device in _parts.Devices) await device.Cookies.LookAsync(device.Browser, cancellation);
    }

    /// <summary>
    /// Ends the browser's process and starts a new one on the same profile. What the new one finds there, before it has
    /// opened any page, is recorded: nothing but the disk can have told it.
    /// </summary>
    /// <param name="kind">One of <see cref="RestartKind"/>.</param>
    public async Task RestartBrowserAsync(string kind, CancellationToken cancellation)
    {
        await Browser.StopAsync(kind == RestartKind.Crash ? StopKind.Crash : StopKind.Quit, cancellation);
        _inUse.Runs = false;
        Ledger.Append(new BrowserStopped(kind));
        await StartBrowserAsync(
            kind switch
            {
                RestartKind.RestoreSession => StartKind.RestoreSession,
                RestartKind.PrivateWindow => StartKind.PrivateWindow,
                _ => StartKind.Ordinary,
            },
            cancellation);
        if (Browser.TellsCookies) Ledger.Append(new CookiesFoundAtStart(await Cookies.FoundAsync(Browser, cancellation)));
    }

    private void Use(Device device)
    {
        _inUse = device;
        (Ledger.Device, Ledger.Tab) = (device.Name, device.Tab.Name);
    }

    internal async Task BeginAsync(CancellationToken cancellation)
    {
        foreach (var device in _parts.Devices)
        {
            Use(device);
            await StartBrowserAsync(StartKind.Ordinary, cancellation);
        }

        Use(_parts.Devices[0]);
    }

    private async Task StartBrowserAsync(StartKind kind, CancellationToken cancellation)
    {
        await Browser.StartAsync(kind, cancellation);
        _inUse.BeginTabs();
        Ledger.Tab = Tab;
        (_inUse.Runs, _inUse.Kind, _inUse.StartedAhead) = (true, kind, Clock.Offset + _parts.BrowserClock.Browser.Off);
        await _parts.BrowserClock.LaunchedAsync(Browser, cancellation);
        Ledger.Append(new BrowserStarted(Browser.Name, Browser.Version, Browser.ProcessId));
    }
}
