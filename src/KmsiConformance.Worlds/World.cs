using System.Globalization;
using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Targets;

namespace KmsiConformance.Worlds;

/// <summary>
/// Everything that one scenario owns: clock, browsers, apps, target and ledger. What its members do is recorded in the
/// ledger; judging is somebody else's work. Made by <see cref="IWorldFactory"/>.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    private readonly Dictionary<CookieName, IReadOnlyList<StoredCookie>> _copies = [];
    private readonly WorldParts _parts;

    internal World(WorldParts parts)
    {
        _parts = parts;
        _inUse = parts.Devices[0];
        (Ledger.Device, Ledger.Tab) = (Device, Tab);
        _watch = Clock.Stands ? null : Heartbeat.OfThisProcess.WatchProcesses(Processes);
    }

    public WorldClock Clock => _parts.Clock;

    public WorldLedger Ledger => _parts.Ledger;

    public ITarget Target => _parts.Target;

    public SiteRoles Sites => _parts.Sites;

    /// <summary>Whether its time passes as everybody's does, so that a wait takes as long as it says.</summary>
    public bool TimeIsReal => _parts.BrowserClock.Mode == ClockMode.Real;

    /// <summary>The file of the recipe by which pages are operated, as messages show it.</summary>
    public string RecipeFile => _parts.RecipeFile;

    /// <summary>What the names in expressions stand for.</summary>
    public SettingsInForce Settings => Target.Policy;

    /// <summary>World time at which the scenario began.</summary>
    public DateTimeOffset Start { get; internal init; }

    /// <summary>What the step under way may take; null between steps.</summary>
    public StepBudget? Budget { get; set; }

    /// <summary>World time at which credentials were last accepted; null before.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>An app by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the suite was checked for that.</exception>
    public RelyingParty App(string name) => _parts.Apps[name];

    /// <summary>All apps.</summary>
    public IEnumerable<RelyingParty> Apps => _parts.Apps.Values;

    /// <summary>What third parties were to answer and nobody asked, each with its file.</summary>
    public IReadOnlyList<string> NeverAsked => [.. _parts.ThirdParties.SelectMany(party => party.NeverAsked)];

    /// <summary>Opens a page and records what it turned out to be.</summary>
    public async Task<PageShown> OpenAsync(string url, CancellationToken cancellation)
    {
        if (NativeApp(url) is not { } app)
            return await VisitAsync(() => Browser.OpenAsync(url, _parts.Signs, _parts.PageLimit, cancellation), cancellation);

        // An app on the device: what it opens in the browser, if anything, is its own affair.
        return await app.HandOverAsync(url) is { } address
            ? await OpenAsync(address, cancellation)
            : (PageShown)Ledger.Append(new PageShown(Secrets.MaskUrl(url), app.Name, PageKinds.App, app.Name, null, null));
    }

    /// <summary>Moves time forward for everything in this world, or waits where its time is real.</summary>
    /// <exception cref="ClockCannotMoveException">The target's time cannot be moved, and ours alone would prove nothing.</exception>
    public async Task MoveClockAsync(TimeSpan by, CancellationToken cancellation)
    {
        if (by > TimeSpan.Zero && Target.Clock is null && !TimeIsReal)
            throw new ClockCannotMoveException(
                $"the clock of the target cannot be moved, so nobody can tell here what it does {Words(by)} later; --clock real waits "
                + "for it");
        await _parts.BrowserClock.MoveAsync([.. _parts.Devices.Select(device => device.Browser)], by, cancellation);
        if (Target.Clock is { } clock) await clock.FollowAsync(Clock.Offset, cancellation);
        Ledger.AppendOf(null, new ClockMoved(by));
    }

    /// <summary>Keeps the target's accounts from harm.</summary>
    public SignInCare Care => _parts.Care;

    /// <summary>All cookies of the browser in use; they end by the world's time.</summary>
    public async Task<IReadOnlyList<StoredCookie>> StoredAsync(CancellationToken cancellation) =>
    [
        .. (await Browser.CookiesAsync(cancellation)).Select(cookie =>
            cookie with { ExpiresAt = cookie.ExpiresAt is { } until ? _parts.BrowserClock.ToWorld(until) : null }),
    ];

    /// <summary>The stored cookies that a scenario's name for a cookie means.</summary>
    public async Task<IReadOnlyList<StoredCookie>> CookiesOfAsync(CookieName name, CancellationToken cancellation) =>
        [.. (await Browser.CookiesAsync(cancellation)).Where(cookie =>
            (name.Role is null || CookieRoles.CountsAs(Cookies.RoleOf(cookie), name.Role))
            && (name.Named is null || CookieRoles.IsNamed(cookie.Name, name.Named))
            && (name.Owner is null || Sites.OfHost(cookie.Domain) == name.Owner))];

    /// <summary>Keeps copies of cookies outside the browser.</summary>
    public void KeepCopy(CookieName name, IReadOnlyList<StoredCookie> cookies) => _copies[name] = cookies;

    /// <summary>The copies kept under a name; none when none were kept.</summary>
    public IReadOnlyList<StoredCookie> CopiesOf(CookieName name) => _copies.GetValueOrDefault(name, []);

    /// <summary>
    /// Takes a picture of the page as evidence, where the run keeps any and the browser draws. A picture that cannot be
    /// taken spoils nothing.
    /// </summary>
    public async Task TakeScreenshotAsync(string caption, CancellationToken cancellation)
    {
        if (_parts.Pictures is not { } pictures) return;
        try
        {
            if (await Browser.ScreenshotAsync(cancellation).WaitAsync(TimeSpan.FromSeconds(5), cancellation) is not { } picture) return;
            var file = await pictures.KeepAsync(picture, cancellation);
            Ledger.Append(new ScreenshotTaken(file, caption));
        }
        catch (Exception unavailable) when (unavailable is BrowserGoneException or TimeoutException)
        {
            // The verdict does not rest on pictures, and a browser that is gone has already been reported.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        foreach (var device in _parts.Devices.Where(device => device.Runs)) Ledger.AppendOf(device.Name, new BrowserStopped("end"));
        try
        {
            await PutPasswordsBackAsync();
        }
        finally
        {
            await _parts.DisposeAsync();
        }
    }

    private async Task<PageShown> ShownAsync(PageSnapshot page, CancellationToken cancellation)
    {
        _inUse.Tab.Showing = page;
        var site = Sites.OfUrl(page.Url);
        if (page.LeftTheWeb && NativeApp(page.Url) is { } app) await app.HandOverAsync(page.Url);
        var kind = Kind(page, site);
        var failed = page.Status >= 500 || (kind == PageKinds.Error && page.Status >= 400);
        var message = page.Message ?? (failed ? $"HTTP {page.Status}" : null);
        var shown = (PageShown)Ledger.Append(new PageShown(
            Secrets.MaskUrl(page.Url), site, kind, page.Title, MayHaveABox(page, site) ? page.OffersKeepMeSignedIn : null, message)
        {
            ProtectedBy = ProtectedBy(page.Url),
            IsStored = page.IsStored,
            BoxIsTicked = MayHaveABox(page, site) ? page.IsBoxTicked : null,
            SignedInAs = kind == PageKinds.Protected && page.SignedInAs is { } user ? Secrets.MaskText(user) : null,
        });
        if (kind == PageKinds.Credentials || page.Interrupt is not null)
            await TakeScreenshotAsync($"{site} asks for {page.Interrupt ?? kind}", cancellation);
        return await PastNoticesAsync(page, shown, cancellation);
    }

    // A box that no recipe describes cannot be seen, and identity providers have none.
    private bool MayHaveABox(PageSnapshot page, string site) =>
        page.AsksForCredentials && _parts.Signs.KeepMeSignedIn.Count > 0 && !_parts.Providers.ContainsKey(site);

    private static string Words(TimeSpan by) => by.TotalDays >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{by.TotalDays:0.#} days")
        : string.Create(CultureInfo.InvariantCulture, $"{by.TotalMinutes:0} minutes");

    private RelyingParty? NativeApp(string url) =>
        _parts.Apps.TryGetValue(Sites.OfUrl(url), out var app)
            && app.Scheme is { } scheme
            && url.StartsWith(scheme + ":", StringComparison.Ordinal)
            ? app
            : null;

    private string Kind(PageSnapshot page, string site) => page switch
    {
        { LeftTheWeb: true } => _parts.Apps.ContainsKey(site) ? PageKinds.App : PageKinds.Left,
        { Interrupt: { } interrupt } => interrupt,
        { AsksForCredentials: true } => IsSignedInOnSite(page) ? PageKinds.Unknown : PageKinds.Credentials,
        { Status: < 300 } when IsSignedInOnSite(page) && ProtectedBy(page.Url).Count > 0 => PageKinds.Protected,
        { IsErrorPage: true } => PageKinds.Error,
        { IsSignedOutPage: true } => PageKinds.SignedOut,
        _ when _parts.Apps.ContainsKey(site) => PageKinds.App,
        _ when _parts.Providers.ContainsKey(site) => PageKinds.Provider,
        { Status: >= 400 } => PageKinds.Error,
        _ => PageKinds.Unknown,
    };
}
