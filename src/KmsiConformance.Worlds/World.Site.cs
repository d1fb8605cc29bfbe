using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps;

namespace KmsiConformance.Worlds;

/// <content>Protected pages of the login endpoint's own site, which nobody plays: what happens there is seen from the browser.</content>
public sealed partial class World
{
    private static readonly string[] Asking = [PageKinds.Credentials, PageKinds.SecondFactor, PageKinds.Error];

    private Control SignOutButton => new("button that signs out", "sign-out", _parts.Signs.SignOut);

    /// <summary>Visits the protected page of an app.</summary>
    public Task<PageShown> OpenAppAsync(string app, AppVisit visit, CancellationToken cancellation)
    {
        // An app of ours records by itself who comes.
        if (App(app).OnSite is not null) Ledger.Append(new AppVisited(app, HasSession: false) { OnSite = true });
        return OpenAsync(App(app).ProtectedPage(visit), cancellation);
    }

    /// <summary>Opens the sign-in page of a site and tells it where to lead afterwards.</summary>
    /// <exception cref="NotSupportedException">No such page is known; the scenario was not to be played.</exception>
    public async Task<PageShown> OpenSignInAsync(string app, string returnTo, CancellationToken cancellation)
    {
        var address = App(app).SignInPage(returnTo)
            ?? throw new NotSupportedException($"Nothing says where {app} takes a return address.");
        var before = Ledger.Count;
        try
        {
            return await OpenAsync(address, cancellation);
        }
        catch (SiteUnreachableException) when (Strayed(before) is { } stranger)
        {
            return (PageShown)Ledger.Append(new PageShown(stranger.Url, stranger.Site, PageKinds.Left, "", null, null));
        }
    }

    /// <summary>
    /// Whether the page that is shown asks for credentials, also where something on it is for whoever is signed in: such a page is no
    /// question to a visitor, and can be filled in.
    /// </summary>
    public bool AsksForCredentials => _inUse.Tab.Showing?.AsksForCredentials == true;

    /// <summary>Opens the sign-in page of a site, whoever is signed in there.</summary>
    /// <exception cref="NotSupportedException">No such page is known; the scenario was not to be played.</exception>
    public Task<PageShown> OpenSignInAsync(string app, CancellationToken cancellation)
    {
        Ledger.Append(new AppVisited(app, HasSession: false) { OnSite = true });
        return OpenAsync(
            App(app).SignInPage() ?? throw new NotSupportedException($"Nothing says where the sign-in page of {app} is."), cancellation);
    }

    /// <summary>Fills in the sign-in page that is shown.</summary>
    /// <param name="isLedAstray">Whether the page was told to lead elsewhere: then the browser is left wherever it comes.</param>
    public async Task SignInOnSiteAsync(string app, SignInEntry given, bool isLedAstray, CancellationToken cancellation)
    {
        // What the browser holds now is what somebody may have put there.
        await Cookies.LookAsync(Browser, cancellation);
        var before = Ledger.Count;
        try
        {
            await SignInAsync(given, cancellation);
            if (!isLedAstray) await ToProtectedPageAsync(app, cancellation);
        }
        catch (SiteUnreachableException) when (isLedAstray && Strayed(before) is not null)
        {
            // That the stranger is not there, or speaks TLS alone, makes it no better: the browser was sent there.
        }
    }

    // The window's request to another site than the login endpoint's.
    private RequestCompleted? Strayed(int before) => Ledger.Since(before).OfType<RequestCompleted>().FirstOrDefault(request =>
        request.Context == "top-level" && request.Site != KnownSites.Login);

    /// <summary>Goes on to the protected page where a sign-in ended on another page that asks for nothing.</summary>
    public async Task ToProtectedPageAsync(string app, CancellationToken cancellation)
    {
        if (SeenInTab(0).OfType<PageShown>().LastOrDefault() is { Kind: PageKinds.Unknown, Site: KnownSites.Login } page
            && !page.ProtectedBy.Contains(app))
            await OpenAsync(App(app).ProtectedPage(new AppVisit()), cancellation);
    }

    /// <summary>Presses what signs out on the site's page for that. Where another page comes, nothing is pressed.</summary>
    public async Task SignOutOnSiteAsync(string app, CancellationToken cancellation)
    {
        var page = await OpenAsync(App(app).SignOutPage(new SignOutRequest(new SignOutManner())), cancellation);
        if (!Asking.Contains(page.Kind)) await SubmitAsync(new PageEntry([], SignOutButton), new SignOutPressed(app), cancellation);
    }

    private bool IsSignedInOnSite(PageSnapshot page) => page.IsSignedIn && Apps.Any(app => app.OnSite is not null);

    // By scheme, host, port and path; what follows changes nothing about whose page it is.
    private IReadOnlyList<string> ProtectedBy(string url) =>
        [.. Apps.Where(app => app.OnSite is not null && IsAt(url, app.ProtectedPage(new AppVisit()))).Select(app => app.Name)];

    private static bool IsAt(string url, string address) => Uri.TryCreate(url, UriKind.Absolute, out var shown)
        && string.Equals(
            shown.GetLeftPart(UriPartial.Path), new Uri(address).GetLeftPart(UriPartial.Path), StringComparison.Ordinal);
}
