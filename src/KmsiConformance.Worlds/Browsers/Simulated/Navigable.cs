using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Worlds.Browsers.Simulated;

/// <summary>A window or a frame: shows one page at a time, loads what it embeds, and follows it when it leaves by itself.</summary>
/// <param name="embedder">The page whose frame this is; null for a window.</param>
internal sealed class Navigable(Fetch fetch, IPublicSuffixes suffixes, Page? embedder = null)
{
    /// <summary>Frames in frames in frames; no sign-out needs more.</summary>
    private const int DepthLimit = 4;

    /// <summary>Pages that leave by themselves, one after the other, before they count as a circle.</summary>
    private const int TransitLimit = 20;

    /// <summary>What is shown; null for about:blank.</summary>
    public Page? Page { get; private set; }

    public Destination Destination => embedder is null ? Destination.TopLevel : Destination.Frame;

    /// <summary>Goes to an address and on until a page stays.</summary>
    /// <exception cref="SiteUnreachableException">No answer came.</exception>
    /// <exception cref="TimeoutException">The pages lead in a circle, or the recipe does not say how a page leaves.</exception>
    public async Task GoAsync(FetchRequest request, PageSigns signs, CancellationToken cancellation)
    {
        for (var transits = 0; ; transits++)
        {
            var answer = await fetch.SendAsync(request, cancellation);

            // An answer without a document leaves the page as it is.
            if (answer.Status is 204 or 205) return;
            Page = new Page(answer, embedder, suffixes);
            await LoadEmbeddedAsync(Page, signs, cancellation);
            if (Transit.Next(Page, signs, Destination) is not { } next) return;
            if (transits == TransitLimit) throw new TimeoutException($"{Page.Url.AbsoluteUri} did not come to rest: more than {TransitLimit} pages left by themselves.");
            request = next;
        }
    }

    /// <summary>Loads pictures and frames in the order of the page; what cannot be had leaves a gap, as in any browser.</summary>
    private async Task LoadEmbeddedAsync(Page page, PageSigns signs, CancellationToken cancellation)
    {
        if (Depth(page) > DepthLimit || (page.Embedder is not null && ForbidsFraming(page))) return;
        foreach (var element in page.Html.QuerySelectorAll("iframe[src], frame[src], img[src]"))
        {
            if (page.Resolve(element.GetAttribute("src")) is not { } url) continue;
            try
            {
                if (element.LocalName == "img") await fetch.SendAsync(new FetchRequest(url, HttpMethod.Get, Destination.Subresource, page), cancellation);
                else await LoadFrameAsync(page, url, signs, cancellation);
            }
            catch (SiteUnreachableException)
            {
                // The observer has been told; a page does not fail for what it embeds.
            }
        }
    }

    private async Task LoadFrameAsync(Page page, Uri url, PageSigns signs, CancellationToken cancellation)
    {
        // A page may not contain itself.
        for (var around = page; around is not null; around = around.Embedder)
            if (around.Url.GetLeftPart(UriPartial.Query) == url.GetLeftPart(UriPartial.Query)) return;

        try
        {
            await new Navigable(fetch, suffixes, page).GoAsync(new FetchRequest(url, HttpMethod.Get, Destination.Frame, page, page), signs, cancellation);
        }
        catch (TimeoutException)
        {
            // A frame in which nothing goes on any more is at rest as far as its page is concerned.
        }
    }

    // The request was made and its cookies count, but the document is not shown and loads nothing.
    private static bool ForbidsFraming(Page page) =>
        page.Header("X-Frame-Options")?.Trim().ToUpperInvariant() switch
        {
            "DENY" => true,
            "SAMEORIGIN" => page.Embedder!.Url.GetLeftPart(UriPartial.Authority) != page.Url.GetLeftPart(UriPartial.Authority),
            _ => page.Header("Content-Security-Policy")?.Contains("frame-ancestors 'none'", StringComparison.OrdinalIgnoreCase) == true,
        };

    private static int Depth(Page page)
    {
        var depth = 0;
        for (var around = page.Embedder; around is not null; around = around.Embedder) depth++;
        return depth;
    }
}
