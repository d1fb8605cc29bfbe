using KmsiConformance.Browsers;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <content>Being put away for a long wait, and going on after it.</content>
public sealed partial class World
{
    /// <summary>How <see cref="BrowserStopped"/> calls the end of a browser that was put away open.</summary>
    public const string Parked = "parked";

    private DateTimeOffset _parkedAt;

    /// <summary>Why this world cannot be put away; null when it can.</summary>
    public string? WhyNotParked =>
        _parts.Devices.Count > 1 ? "several devices cannot be put away"
        : Tab is not null ? "several tabs cannot be put away"
        : Ledger.Since(0).OfType<ClockPutOff>().Any() ? "clocks that are off cannot be put away"
        : Ledger.Since(0).OfType<AccountChanged>().Any() ? "an account to which something happened cannot be put away"
        : _inUse.Kind == StartKind.PrivateWindow ? "a private window cannot be put away"
        : _parts.Providers.Count + _parts.ThirdParties.Count > 0 ? "the identity providers and services of a scenario cannot be put away"
        : Apps.FirstOrDefault(app => app.Save() is null) is { } app
            ? $"{app.Name} keeps what it remembers in the page, which cannot be put away"
        : null;

    /// <summary>Ends the browser and puts the world away; nothing more can be done with it.</summary>
    /// <exception cref="NotSupportedException">It cannot be put away; see <see cref="WhyNotParked"/>.</exception>
    public async Task<WorldState> ParkAsync(CancellationToken cancellation)
    {
        if (WhyNotParked is { } why) throw new NotSupportedException(why);
        var cookies = await Browser.CookiesAsync(cancellation);
        await Browser.StopAsync(StopKind.Quit, cancellation);
        _inUse.Runs = false;
        Ledger.Append(new BrowserStopped(Parked));
        return new WorldState(
            Start, SignedInAt,

            // Pictures stay with the run in which they were taken.
            [.. Ledger.Since(0).Where(seen => seen is not ScreenshotTaken)],
            cookies,
            [.. _copies.Select(copy => new CopiedCookies(copy.Key, copy.Value))],
            Apps.ToDictionary(app => app.Name, app => app.Save()!, StringComparer.Ordinal),
            Browser.PackProfile());
    }

    /// <summary>Goes on where a world was put away: the browser is open as it was, only later.</summary>
    internal async Task ResumeAsync(WorldState parked, CancellationToken cancellation)
    {
        SignedInAt = parked.SignedInAt;
        foreach (var copy in parked.Copies) _copies[copy.Name] = copy.Cookies;
        foreach (var app in Apps) app.Restore(parked.Apps[app.Name]);
        if (parked.Profile is { } profile) Browser.UnpackProfile(profile);
        await StartBrowserAsync(StartKind.Ordinary, cancellation);

        // What has expired meanwhile is gone, as it would be in a browser that stayed open.
        var now = Clock.GetUtcNow();
        foreach (var cookie in parked.Cookies.Where(cookie => cookie.ExpiresAt is not { } until || until > now))
            await Browser.SetCookieAsync(cookie, cancellation);
        Cookies.Remember(parked.Cookies);
        _parkedAt = parked.Events[^1].At;
    }

    /// <summary>Waits until a parked world is due.</summary>
    /// <returns>How late it is then.</returns>
    public async Task<TimeSpan> GoOnAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        if (due - Clock.GetUtcNow() is { Ticks: > 0 } early) await RealTime.Delay(early, cancellation);
        var now = Clock.GetUtcNow();
        Ledger.Append(new ClockMoved(now - _parkedAt));
        await Cookies.LookAsync(Browser, cancellation);
        return now - due;
    }
}
