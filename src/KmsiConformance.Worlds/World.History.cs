using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Worlds;

/// <content>Pages that are shown again: by going back, or by loading them once more.</content>
public sealed partial class World
{
    // No scenario leaves so many pages behind it.
    private const int MostPagesBack = 20;

    /// <summary>
    /// Goes back, page by page, until a page of the app comes, or is asked for. An answer to a form that the browser would have to send
    /// again is passed over, as people do who are asked whether they want that.
    /// </summary>
    /// <param name="toSignInPage">Goes on from there to the page of the login endpoint before it.</param>
    /// <returns>Whether there was such a page.</returns>
    /// <exception cref="FormAgainException">There was none, but there was such an answer.</exception>
    public async Task<bool> GoBackAsync(string app, bool toSignInPage, CancellationToken cancellation)
    {
        var isPastTheApp = false;
        FormAgainException? passedOver = null;
        for (var pages = 0; pages < MostPagesBack; pages++)
        {
            Ledger.Append(new WentBack());
            var before = Ledger.Count;
            PageSnapshot? there;
            try
            {
                there = await Browser.GoBackAsync(_parts.Signs, _parts.PageLimit, cancellation);
            }
            catch (FormAgainException again)
            {
                passedOver = again;
                continue;
            }

            if (there is null) break;

            // Where it leads is one thing, what was asked for another.
            var asked = SeenInTab(before).OfType<RequestCompleted>().FirstOrDefault(request => request.Context == "top-level");
            var url = asked?.Url ?? there.Url;
            var isTheApps = IsPageOf(app, url, before);
            if (isTheApps && App(app).OnSite is not null) Ledger.Append(new AppVisited(app, HasSession: false) { OnSite = true });
            await VisitAsync(() => Task.FromResult(there), cancellation);
            if (toSignInPage ? isPastTheApp && Sites.OfUrl(url) == KnownSites.Login : isTheApps) return true;
            isPastTheApp |= isTheApps;
        }

        return passedOver is null ? false : throw passedOver;
    }

    /// <summary>Has the browser ask again for the page that is shown.</summary>
    /// <param name="app">The app whose page it is.</param>
    /// <returns>Whether it is a page of that app.</returns>
    public async Task<bool> ReloadAsync(string app, CancellationToken cancellation)
    {
        Ledger.Append(new Reloaded());
        var before = Ledger.Count;
        if (_inUse.Tab.Showing is not { } showing) return false;
        if (App(app).OnSite is not null && IsPageOf(app, showing.Url, before))
            Ledger.Append(new AppVisited(app, HasSession: false) { OnSite = true });
        await VisitAsync(() => Browser.ReloadAsync(_parts.Signs, _parts.PageLimit, cancellation), cancellation);
        return SeenInTab(before).OfType<AppVisited>().Any(visited => visited.App == app);
    }

    // An app of ours records by itself who comes.
    private bool IsPageOf(string app, string url, int before) => App(app).OnSite is not null
        ? ProtectedBy(url).Contains(app)
        : SeenInTab(before).OfType<AppVisited>().Any(visited => visited.App == app);
}
