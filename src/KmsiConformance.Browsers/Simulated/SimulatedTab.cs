using System.Globalization;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>A top-level page of a simulated browser. All tabs of a browser share its cookies.</summary>
internal sealed class SimulatedTab
{
    private readonly Fetch _fetch;
    private readonly Navigable _window;
    private readonly TabHistory _history = new();

    public SimulatedTab(Fetch fetch, IPublicSuffixes suffixes)
    {
        _fetch = fetch;
        _window = new Navigable(fetch, suffixes);
    }

    /// <inheritdoc cref="IBrowser.OpenAsync"/>
    public Task<PageSnapshot> OpenAsync(string url, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new SiteUnreachableException($"{url} is no address of the web. Is the site running, and is its address right?");
        return AtRestAsync(
            url, signs, limit,
            async stop =>
            {
                await _window.GoAsync(new FetchRequest(address, HttpMethod.Get, Destination.TopLevel), signs, stop);
                return false;
            },
            cancellation);
    }

    /// <inheritdoc cref="IBrowser.SubmitAsync"/>
    public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var page = _window.Page ?? throw entry.Press.Missing("about:blank");
        return AtRestAsync(page.Url.AbsoluteUri, signs, limit, stop => SubmitAsync(new FilledPage(page, entry), signs, stop), cancellation);
    }

    /// <inheritdoc cref="IBrowser.GoBackAsync"/>
    public async Task<PageSnapshot?> GoBackAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        if (_history.Before is not { } page) return null;
        if (page.MayBeStored)
        {
            _window.Show(page);
            _history.Back();
            return PageReading.Read(page, signs) with { IsStored = true };
        }

        _history.Back();
        if (page.IsOfForm) throw FormAgainException.Of(page.Url.AbsoluteUri);
        return await AskAgainAsync(page, signs, limit, cancellation);
    }

    /// <inheritdoc cref="IBrowser.ReloadAsync"/>
    public Task<PageSnapshot> ReloadAsync(PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var page = _window.Page ?? throw new SiteUnreachableException("about:blank cannot be loaded again: nothing was opened so far.");
        return page.IsOfForm ? throw FormAgainException.Of(page.Url.AbsoluteUri) : AskAgainAsync(page, signs, limit, cancellation);
    }

    /// <inheritdoc cref="IBrowser.LookAsync"/>
    public PageSnapshot Look(PageSigns signs) => PageReading.Read(_window.Page, signs);

    /// <inheritdoc cref="IBrowser.FindAsync"/>
    public IReadOnlyList<ControlFound?> Find(IReadOnlyList<Control> controls) =>
        [.. controls.Select(control => _window.Page is { } page ? page.Find(control) : null)];

    /// <inheritdoc cref="IBrowser.LinksAsync"/>
    public IReadOnlyList<string> Links() =>
    [
        .. _window.Page?.Html.QuerySelectorAll("a[href], area[href], form[action]")
            .Select(part => part.GetAttribute("href") ?? part.GetAttribute("action") ?? "") ?? [],
    ];

    /// <inheritdoc cref="SimulatedBrowser.Count"/>
    public int Count(IReadOnlyList<string> selectors) => _window.Page?.Count(selectors) ?? 0;

    // In the place of the page, to which nobody could go back otherwise.
    private Task<PageSnapshot> AskAgainAsync(Page page, PageSigns signs, TimeSpan limit, CancellationToken cancellation) => AtRestAsync(
        page.Url.AbsoluteUri, signs, limit,
        async stop =>
        {
            await _window.GoAsync(new FetchRequest(page.Url, HttpMethod.Get, Destination.TopLevel), signs, stop);
            return true;
        },
        cancellation);

    // Scripts of sign-in pages put the page that follows in the place of their own.
    private async Task<bool> SubmitAsync(FilledPage page, PageSigns signs, CancellationToken stop)
    {
        page.Page.ScriptMessage = null;
        var wire = WirePage.Of(page, signs);
        var next = wire is null ? page.Press(Destination.TopLevel) : null;
        page.Entry.Found();
        if (wire is not null) next = await wire.SendAsync(_fetch, Destination.TopLevel, stop);
        if (next is not null) await _window.GoAsync(next, signs, stop);
        return wire is not null;
    }

    private async Task<PageSnapshot> AtRestAsync(
        string url, PageSigns signs, TimeSpan limit, Func<CancellationToken, Task<bool>> go, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limit);
        try
        {
            var inPlace = await go(stop.Token);
            if (_window.Page is { } page) _history.Come(page, inPlace);
            return PageReading.Read(_window.Page, signs);
        }
        catch (LeftTheWebException left)
        {
            return PageSnapshot.LeftFor(left.Address);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(
                CultureInfo.InvariantCulture, $"{url} did not come to rest within {limit.TotalSeconds:0.#} s: no answer came."), late);
        }
    }
}
