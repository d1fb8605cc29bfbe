using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps;

namespace KmsiConformance.Worlds;

/// <content>What an attacker begins in a browser of their own and has this one finish.</content>
public sealed partial class World
{
    // No device can be called so: what is seen there is no evidence of any of the scenario's.
    private const string Attacker = "the attacker";

    /// <summary>
    /// Has an attacker begin, in a browser that nobody else sees, and a stranger's page make the browser in use send what the attacker
    /// would have sent last. An attacker may use whatever browser they like: this one's is the simulated one, and right about the time.
    /// </summary>
    /// <param name="what">One of <see cref="Forged"/>.</param>
    /// <param name="user">Who the attacker is.</param>
    /// <param name="provider">The identity provider that they choose; null for none.</param>
    /// <returns>Null where it was sent; otherwise why there was nothing to send, in words.</returns>
    public async Task<string?> ForgeAsync(string what, string user, string app, string? provider, CancellationToken cancellation)
    {
        var name = provider is null ? Target.User(user).UserName : user;
        var (held, why) = await AsAttackerAsync(
            browser => what == Forged.SignOut
                ? HoldSignOutAsync(browser, user, app, cancellation)
                : HoldSignInAsync(browser, what, user, app, provider, cancellation), cancellation);
        if (held is null) return why;
        var site = Sites.OfUrl(held.Url.AbsoluteUri);
        if (_parts.Apps.TryGetValue(site, out var answered) && answered.OnSite is null)
            return $"the attacker's sign-in went straight on to {site}: nobody else was asked about them";

        await PressAsync(held, new RequestForged(what, name, held.Method, Secrets.MaskUrl(held.Url.AbsoluteUri), site), cancellation);
        return null;
    }

    /// <summary>Has a stranger's page make the browser in use send a LogoutRequest that a SAML app has not sent.</summary>
    /// <param name="flaw">What is wrong with it, by the words of scenarios.</param>
    /// <param name="user">Who the attacker is.</param>
    /// <returns>Null where it was sent; otherwise why there was nothing to send, in words.</returns>
    public async Task<string?> ForgeLogoutRequestAsync(string flaw, string user, string app, CancellationToken cancellation)
    {
        if (await App(app).ForgedLogoutRequestAsync(flaw) is not { } address)
            return $"{app} has signed nobody in so far, so that no session of its own could be named";
        var forged = new RequestForged(
            Forged.LogoutRequest, Target.User(user).UserName, HttpMethod.Get.Method, Secrets.MaskUrl(address), Sites.OfUrl(address));
        await PressAsync(new HeldRequest(new Uri(address), HttpMethod.Get.Method, "", []), forged, cancellation);
        return null;
    }

    private async Task PressAsync(HeldRequest held, RequestForged forged, CancellationToken cancellation)
    {
        await Browser.OpenAsync(_parts.AppServer.Origin(KnownSites.Stranger) + _parts.Stranger.Add(held), _parts.Signs, _parts.PageLimit,
            cancellation);
        await SubmitAsync(new PageEntry([], StrangersPages.Press), forged, cancellation);
    }

    private Task<(HeldRequest? Held, string Why)> AsAttackerAsync(
        Func<SimulatedBrowser, Task<(HeldRequest?, string)>> begin, CancellationToken cancellation) =>
        ElsewhereAsync(Attacker, begin, cancellation);

    // Page after page, up to the one whose answer is carried over. What comes again was refused, and is left as it is.
    private async Task<(HeldRequest?, string)> HoldSignInAsync(
        SimulatedBrowser browser, string forged, string user, string app, string? provider, CancellationToken cancellation)
    {
        var page = await browser.OpenAsync(App(app).ProtectedPage(new AppVisit()), _parts.Signs, _parts.PageLimit, cancellation);
        var (name, chosen) = (new NameGiven(), false);
        var done = new HashSet<(string Site, string What)>();
        while (true)
        {
            var site = Sites.OfUrl(page.Url);
            if (provider is not null && !chosen && page.AsksForCredentials && site == KnownSites.Login)
            {
                chosen = true;
                page = await browser.SubmitAsync(new PageEntry([], ProviderButton(provider)), _parts.Signs, _parts.PageLimit, cancellation);
                continue;
            }

            if (EntryOf(page, user, site, name) is not var (what, entry, happens) || !done.Add((site, what))) break;
            var isLast = forged == Forged.StaySignedIn
                ? happens is InterruptAnswered { Interrupt: PageKinds.StaySignedIn }
                : happens is CredentialsPosted;
            if (happens is CredentialsPosted) await TurnAsync(user, site, cancellation);
            if (isLast) return await HoldAsync(browser, entry, HoldsBack(forged, page), cancellation);
            name = page.AsksForUserNameOnly ? new NameGiven(site, entry.Box is not null) : name;
            page = await browser.SubmitAsync(entry, _parts.Signs, _parts.PageLimit, cancellation);
            if (happens is CredentialsPosted { Site: KnownSites.Login }) TakeNote(Target.User(user).UserName, false, page);
        }

        return (null, $"the attacker came to “{page.Title}” of {Sites.OfUrl(page.Url)} without a page that could be carried over");
    }

    // Whoever is signed in is asked, and their yes is carried over.
    private async Task<(HeldRequest?, string)> HoldSignOutAsync(
        SimulatedBrowser browser, string user, string app, CancellationToken cancellation)
    {
        var page = await SignInElsewhereAsync(browser, user, app, cancellation);
        if (App(app).OnSite is not null) return await HoldSignOutOnSiteAsync(browser, app, cancellation);
        var signOut = App(app).SignOutPage(new SignOutRequest(new SignOutManner { Hint = "none" }));
        page = await browser.OpenAsync(signOut, _parts.Signs, _parts.PageLimit, cancellation);
        return page.Interrupt == PageKinds.ConfirmSignOut
            ? await HoldAsync(
                browser,
                PageEntry.OfAnswer(_parts.Signs.Interrupts.First(known => known.Name == PageKinds.ConfirmSignOut), "yes", null),
                _ => true, cancellation)
            : (null, $"nobody asked the attacker whether to sign out: “{page.Title}” of {Sites.OfUrl(page.Url)} came instead");
    }

    private async Task<(HeldRequest?, string)> HoldSignOutOnSiteAsync(
        SimulatedBrowser browser, string app, CancellationToken cancellation)
    {
        var signOut = App(app).SignOutPage(new SignOutRequest(new SignOutManner()));
        var page = await browser.OpenAsync(signOut, _parts.Signs, _parts.PageLimit, cancellation);
        return page.AsksForCredentials || !page.IsSignedIn
            ? (null, $"the attacker was shown nothing that signs out: “{page.Title}” of {Sites.OfUrl(page.Url)} came instead")
            : await HoldAsync(browser, new PageEntry([], SignOutButton), _ => true, cancellation);
    }

    private async Task<(HeldRequest?, string)> HoldAsync(
        SimulatedBrowser browser, PageEntry entry, Func<Uri, bool> holdsBack, CancellationToken cancellation) =>
        (await browser.SubmitAndHoldAsync(entry, _parts.Signs, holdsBack, _parts.PageLimit, cancellation),
            "the attacker's own credentials led to no request that could be carried over");

    // A provider answers by sending the browser away from its site.
    private static Func<Uri, bool> HoldsBack(string what, PageSnapshot page) => what == Forged.ProviderAnswer
        ? next => next.Authority != new Uri(page.Url).Authority
        : _ => true;

    private (string What, PageEntry Entry, Event Happens)? EntryOf(PageSnapshot page, string user, string site, NameGiven name)
    {
        if (page.AsksForCredentials) DemandTrust(page.Url);
        if (page.AsksForCredentials && _parts.Providers.ContainsKey(site))
            return (
                "password", PageEntry.Of(new Credentials(user, PasswordAt(site, user), null), _parts.Signs),
                new CredentialsPosted(site, user, null));
        return Next(page, new SignInEntry(Target.User(user)), name) is ({ } what, { } entry, { } happens) ? (what, entry, happens) : null;
    }

    private async Task TurnAsync(string user, string site, CancellationToken cancellation)
    {
        if (site == KnownSites.Login)
            await _parts.Care.TurnAsync(Target.User(user).UserName, wrongPassword: false, wait => Budget?.Extend(wait), cancellation);
    }
}
