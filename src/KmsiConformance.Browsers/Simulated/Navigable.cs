using KmsiConformance.Browsers.Simulated.Framing;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>A window or a frame: shows one page at a time, loads what it embeds, and follows it when it leaves by itself.</summary>
/// <param name="embedder">The page whose frame this is; null for a window.</param>
internal sealed class Navigable(Fetch fetch, IPublicSuffixes suffixes, Page? embedder = null)
{
    /// <summary>Frames in frames in frames; no sign-out needs more.</summary>
    private const int DepthLimit = 4;

    /// <summary>Pages that leave by themselves, one after the other, before they count as a circle.</summary>
    private const int TransitLimit = 20;

    /// <summary>Real time after which what a page embeds is given up; the page goes on without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>What is shown; null for about:blank.</summary>
    public Page? Page { get; private set; }

    /// <summary>Shows a page that was kept, without asking for it.</summary>
    public void Show(Page page) => Page = page;

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
            Page = new Page(answer, embedder, suffixes, signs.Words);

            // The request was made and its cookies count, but the document is not shown: it runs no scripts and loads nothing.
            if (FrameRules.Forbidding(Page) is { } rule)
            {
                fetch.Block(Page, rule);
                return;
            }

            await LoadEmbeddedAsync(Page, signs, cancellation);
            if ((await OrderedAsync(Page, signs, cancellation) ?? Transit.Next(Page, signs, Destination)) is not { } next) return;
            if (transits == TransitLimit)
                throw new TimeoutException(
                    $"{Page.Url.AbsoluteUri} did not come to rest: more than {TransitLimit} pages left by themselves.");
            request = next;
        }
    }

    private async Task<FetchRequest?> OrderedAsync(Page page, PageSigns signs, CancellationToken cancellation) =>
        await new CommandedTab(
            page, fetch, fetch.Storage,
            url => LoadAsync(page, url, isPicture: false, signs, cancellation)).RunAsync(Destination, cancellation);

    /// <summary>Loads pictures and frames side by side; what cannot be had leaves a gap, as in any browser.</summary>
    private Task LoadEmbeddedAsync(Page page, PageSigns signs, CancellationToken cancellation) =>
        Depth(page) > DepthLimit
            ? Task.CompletedTask
            : Task.WhenAll(page.Html.QuerySelectorAll("iframe[src], frame[src], img[src]")
                .Select(element => (IsPicture: element.LocalName == "img", Url: page.Resolve(element.GetAttribute("src"))))
                .Where(embedded => embedded.Url is not null)
                .Select(embedded => LoadAsync(page, embedded.Url!, embedded.IsPicture, signs, cancellation)));

    private async Task LoadAsync(Page page, Uri url, bool isPicture, PageSigns signs, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            if (isPicture) await fetch.SendAsync(new FetchRequest(url, HttpMethod.Get, Destination.Subresource, page), patience.Token);
            else await LoadFrameAsync(page, url, signs, patience.Token);
        }
        catch (SiteUnreachableException)
        {
            // The observer has been told; a page does not fail for what it embeds.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It never answers: a page that goes on by itself would do so by now.
        }
    }

    private async Task LoadFrameAsync(Page page, Uri url, PageSigns signs, CancellationToken cancellation)
    {
        // A page may not contain itself.
        for (var around = page; around is not null; around = around.Embedder)
            if (around.Url.GetLeftPart(UriPartial.Query) == url.GetLeftPart(UriPartial.Query)) return;

        try
        {
            await new Navigable(fetch, suffixes, page).GoAsync(
                new FetchRequest(url, HttpMethod.Get, Destination.Frame, page, page), signs, cancellation);
        }
        catch (TimeoutException)
        {
            // A frame in which nothing goes on any more is at rest as far as its page is concerned.
        }
    }

    private static int Depth(Page page)
    {
        var depth = 0;
        for (var around = page.Embedder; around is not null; around = around.Embedder) depth++;
        return depth;
    }
}
