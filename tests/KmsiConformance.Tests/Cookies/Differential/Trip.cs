using System.Globalization;
using System.Web;
using KmsiConformance.Browsers;
using KmsiConformance.Tests.Browsers;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>Sends browsers on tours and remembers which cookies each of them showed at which stop.</summary>
internal sealed class Trip : IAsyncDisposable
{
    private readonly IReadOnlyList<RedirectTour> _tours;
    private readonly OctetSite _site;

    public Trip(IReadOnlyList<RedirectTour> tours)
    {
        _tours = tours;
        _site = new OctetSite(Answer);
    }

    public async Task TravelAsync(IBrowser browser)
    {
        await browser.StartAsync(CancellationToken.None);
        foreach (var tour in _tours) await browser.OpenAsync(tour.Url(_site, browser.Name, 0));
    }

    /// <summary>The <c>Cookie</c> header at a stop; null when there was none.</summary>
    /// <exception cref="InvalidOperationException">The browser never came there, or came twice.</exception>
    public string? Sent(RedirectTour tour, string browser, int stop)
    {
        // The path alone may come written otherwise.
        var query = "?" + tour.Url(_site, browser, stop).Split('?')[1];
        return _site.Requests.Single(request => request.Target.EndsWith(query, StringComparison.Ordinal)).Cookie;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string Answer(SeenRequest request)
    {
        var query = HttpUtility.ParseQueryString(request.Target.Split('?', 2).ElementAtOrDefault(1) ?? "");
        return query["tour"] is { } tour && query["run"] is { } run && query["stop"] is { } stop
            ? _tours[int.Parse(tour, CultureInfo.InvariantCulture) - 1].Answer(_site, run, int.Parse(stop, CultureInfo.InvariantCulture))
            : OctetSite.Answer("404 Not Found", [], "");
    }
}
