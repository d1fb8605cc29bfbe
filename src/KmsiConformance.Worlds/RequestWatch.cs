using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <summary>Writes down what a browser asked for, what it was not let ask for, and what it held back.</summary>
/// <param name="device">The browser's device; null where there is one only.</param>
/// <param name="firstTab">What the scenario calls the tab with which a browser starts; null where there is one only.</param>
internal sealed class RequestWatch(
    WorldLedger ledger, SiteRoles sites, CookieWatch cookies, BrowserConditions conditions, string? device, string? firstTab)
{
    private readonly ConcurrentQueue<string> _addresses = new();

    /// <summary>The addresses that the browser asked for or was sent to, unmasked, whosever they are.</summary>
    public IReadOnlyCollection<string> Addresses => _addresses;

    private readonly ConcurrentDictionary<(string Host, string Context), byte> _notVisited = new();

    /// <summary>Takes note of what was seen, with its secrets masked.</summary>
    public void See(BrowserSight sight)
    {
        switch (sight)
        {
            case BrowserExchange exchange:
                See(exchange);
                break;
            case BlockedFrame frame:
                Append(sight, new FrameBlocked(sites.OfUrl(frame.Url), sites.OfUrl(frame.Page), frame.Rule));
                break;
            case WithheldCookie withheld:
                Append(sight, new CookieWithheld(
                    withheld.Context, sites.OfUrl(withheld.Url), cookies.RoleOf(withheld.Name, withheld.Domain), withheld.Name,
                    withheld.Rule));
                break;
            case RefusedCookie refused:
                Append(sight, new CookieRefused(
                    refused.Context, sites.OfUrl(refused.Url), cookies.RoleOf(refused.Name, refused.Domain), refused.Name, refused.Rule));
                break;
            default:
                throw new ArgumentException($"Nobody wrote down what {sight.GetType().Name} is.", nameof(sight));
        }
    }

    private void Append(BrowserSight sight, Event seen) =>
        ledger.AppendOf(device, firstTab is null ? null : sight.Tab ?? firstTab, seen);

    private void See(BrowserExchange exchange)
    {
        _addresses.Enqueue(exchange.Url);
        if (exchange.Location is { } next) _addresses.Enqueue(next);
        Append(exchange, new RequestCompleted(
            exchange.Number, exchange.Method, Secrets.MaskUrl(exchange.Url), sites.OfUrl(exchange.Url), exchange.Context, exchange.Status,
            exchange.RedirectedFrom, exchange.Location is null ? null : Secrets.MaskUrl(exchange.Location))
        {
            CacheControl = exchange.CacheControl,
            Expires = exchange.Expires,
            Framing = exchange.Framing,
        });
        if (Uri.TryCreate(exchange.Url, UriKind.Absolute, out var url) && !conditions.MayVisit(url)
            && (_notVisited.TryAdd((url.Host, exchange.Context), 0) || exchange.Context == "top-level"))
            Append(exchange, new HostNotVisited(url.Host, exchange.Context));
    }
}
