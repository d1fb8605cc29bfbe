using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Worlds;

/// <content>What somebody does in a browser that is none of the scenario's: whatever it is, it is the simulated one.</content>
public sealed partial class World
{
    /// <summary>Starts such a browser, and ends it afterwards.</summary>
    /// <param name="device">What it is called; no device of a scenario can be called so, and what is seen there is no evidence.</param>
    private async Task<T> ElsewhereAsync<T>(string device, Func<SimulatedBrowser, Task<T>> begin, CancellationToken cancellation)
    {
        // Where only cookies age, the target is at real time.
        TimeProvider clock = _parts.BrowserClock.Mode == ClockMode.Aged ? TimeProvider.System : Clock;
        var launch = new SimulatedLaunch(clock) { Transport = SimulatedLaunch.To(_parts.Conditions) };
        var (used, tab) = (Ledger.Device, Ledger.Tab);
        List<Action> restore = [.. _parts.Apps.Values.Select(known => known.TokensAsNow())];
        await using var browser = new SimulatedBrowser(launch, _ => { });
        try
        {
            (Ledger.Device, Ledger.Tab) = (device, null);
            await browser.StartAsync(cancellation);
            return await begin(browser);
        }
        finally
        {
            (Ledger.Device, Ledger.Tab) = (used, tab);

            // What an app got there is none of this scenario's.
            foreach (var token in restore) token();
        }
    }

    // Page after page, until one comes that asks for nothing more. What comes again was refused, and is left as it is.
    private async Task<PageSnapshot> SignInElsewhereAsync(SimulatedBrowser browser, string user, string app, CancellationToken cancellation)
    {
        var page = await browser.OpenAsync(App(app).ProtectedPage(new AppVisit()), _parts.Signs, _parts.PageLimit, cancellation);
        var (name, done) = (new NameGiven(), new HashSet<(string Site, string What)>());
        while (EntryOf(page, user, Sites.OfUrl(page.Url), name) is var (what, entry, happens)
            && done.Add((Sites.OfUrl(page.Url), what)))
        {
            var site = Sites.OfUrl(page.Url);
            if (happens is CredentialsPosted) await TurnAsync(user, site, cancellation);
            name = page.AsksForUserNameOnly ? new NameGiven(site, entry.Box is not null) : name;
            page = await browser.SubmitAsync(entry, _parts.Signs, _parts.PageLimit, cancellation);
            if (happens is CredentialsPosted { Site: KnownSites.Login }) TakeNote(Target.User(user).UserName, false, page);
        }

        return page;
    }
}
