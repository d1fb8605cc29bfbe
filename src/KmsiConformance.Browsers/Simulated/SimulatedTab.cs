using System.Globalization;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>A top-level page of a simulated browser. All tabs of a browser share its cookies.</summary>
public sealed class SimulatedTab
{
    private readonly Fetch _fetch;
    private readonly Navigable _window;

    internal SimulatedTab(Fetch fetch, IPublicSuffixes suffixes)
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
            stop => _window.GoAsync(new FetchRequest(address, HttpMethod.Get, Destination.TopLevel), signs, stop), cancellation);
    }

    /// <inheritdoc cref="IBrowser.SubmitAsync"/>
    public Task<PageSnapshot> SubmitAsync(PageEntry entry, PageSigns signs, TimeSpan limit, CancellationToken cancellation)
    {
        var page = _window.Page ?? throw entry.Press.Missing("about:blank");
        return AtRestAsync(page.Url.AbsoluteUri, signs, limit, stop => SubmitAsync(new FilledPage(page, entry), signs, stop), cancellation);
    }

    /// <inheritdoc cref="IBrowser.FindAsync"/>
    public IReadOnlyList<ControlFound?> Find(IReadOnlyList<Control> controls) =>
        [.. controls.Select(control => _window.Page is { } page ? page.Find(control) : null)];

    private async Task SubmitAsync(FilledPage page, PageSigns signs, CancellationToken stop)
    {
        page.Page.ScriptMessage = null;
        var wire = WirePage.Of(page, signs);
        var next = wire is null ? page.Press(Destination.TopLevel) : null;
        page.Entry.Found();
        if (wire is not null) next = await wire.SendAsync(_fetch, Destination.TopLevel, stop);
        if (next is not null) await _window.GoAsync(next, signs, stop);
    }

    private async Task<PageSnapshot> AtRestAsync(
        string url, PageSigns signs, TimeSpan limit, Func<CancellationToken, Task> go, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limit);
        try
        {
            await go(stop.Token);
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
