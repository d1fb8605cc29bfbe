using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <summary>Writes down what a browser asked for, and what it was not let ask for.</summary>
/// <param name="device">The browser's device; null where there is one only.</param>
internal sealed class RequestWatch(WorldLedger ledger, SiteRoles sites, BrowserConditions conditions, string? device)
{
    private readonly ConcurrentDictionary<(string Host, string Context), byte> _notVisited = new();

    /// <summary>Takes note of an exchange, with its secrets masked.</summary>
    public void See(BrowserExchange exchange)
    {
        ledger.AppendOf(device, new RequestCompleted(
            exchange.Number, exchange.Method, Secrets.MaskUrl(exchange.Url), sites.OfUrl(exchange.Url), exchange.Context, exchange.Status,
            exchange.RedirectedFrom, exchange.Location is null ? null : Secrets.MaskUrl(exchange.Location)));
        if (Uri.TryCreate(exchange.Url, UriKind.Absolute, out var url) && !conditions.MayVisit(url)
            && (_notVisited.TryAdd((url.Host, exchange.Context), 0) || exchange.Context == "top-level"))
            ledger.AppendOf(device, new HostNotVisited(url.Host, exchange.Context));
    }
}
