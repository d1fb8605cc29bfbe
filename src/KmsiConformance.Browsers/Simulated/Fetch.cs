using System.Net.Http.Headers;
using KmsiConformance.Browsers.Simulated.Forms;
using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>What is to be fetched.</summary>
/// <param name="From">The document that asks; null when the user typed the address.</param>
/// <param name="Embedder">For a frame, the document that shows it.</param>
internal sealed record FetchRequest(Uri Url, HttpMethod Method, Destination Destination, Page? From = null, Page? Embedder = null)
{
    public FormBody? Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What came back in the end.</summary>
/// <param name="Url">Where it came from, with its fragment.</param>
internal sealed record FetchAnswer(Uri Url, int Status, HttpResponseHeaders Headers, MediaTypeHeaderValue? ContentType, byte[] Body)
{
    /// <summary>Whether it answers a form.</summary>
    public bool IsOfForm { get; init; }
}

/// <summary>
/// Fetches over HTTP: cookies out and in at every hop, redirects with their method rules, and every exchange told to
/// the observer in the way that real browsers are watched.
/// </summary>
/// <param name="earlier">The one before a restart, or of another tab, whose numbers go on.</param>
internal sealed class Fetch(HttpMessageInvoker http, CookieStore cookies, Action<BrowserSight> observer, Fetch? earlier = null)
{
    /// <summary>As many as the Fetch standard allows.</summary>
    private const int RedirectLimit = 20;

    private readonly Numbers _numbers = earlier?._numbers ?? new Numbers();

    /// <summary>What pages keep beside cookies.</summary>
    public required WebStorage Storage { get; init; }

    /// <summary>Which requests of a window are not to be sent; null sends all.</summary>
    public Func<Uri, bool>? HoldsBack { get; set; }

    /// <summary>Fetches, through redirects.</summary>
    /// <exception cref="HeldBackException">It came to a request that is not to be sent.</exception>
    /// <exception cref="SiteUnreachableException">No answer came, or the answers lead nowhere.</exception>
    public async Task<FetchAnswer> SendAsync(FetchRequest request, CancellationToken cancellation)
    {
        int? redirectedFrom = null;
        var passed = new List<Uri>();
        for (; ;)
        {
            if (request.Destination == Destination.TopLevel && HoldsBack?.Invoke(request.Url) == true)
                throw new HeldBackException(HeldRequest.Of(request));
            var (number, answer) = await ExchangeAsync(request, passed, redirectedFrom, cancellation);
            using (answer)
            {
                if (Redirect.Target(request.Url, answer) is not { } target)
                {
                    return new FetchAnswer(
                        request.Url, (int)answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType,
                        await answer.Content.ReadAsByteArrayAsync(cancellation)) { IsOfForm = request.Method == HttpMethod.Post };
                }

                // The connection is of use again only after the whole answer was taken from it.
                await answer.Content.CopyToAsync(Stream.Null, cancellation);
                if (target.Scheme is not ("http" or "https")) throw new LeftTheWebException(target.OriginalString);
                if (passed.Count == RedirectLimit) throw Unreachable(target, $"more than {RedirectLimit} redirects");
                passed.Add(request.Url);
                redirectedFrom = number;
                request = Redirect.Follow(request, answer.StatusCode, target);
            }
        }
    }

    /// <summary>A frame's document came and may not be shown where it stands.</summary>
    public void Block(Page framed, string rule) =>
        observer(new BlockedFrame(framed.Url.AbsoluteUri, framed.Embedder!.Url.AbsoluteUri, rule));

    private async Task<(int Number, HttpResponseMessage Answer)> ExchangeAsync(
        FetchRequest request, IReadOnlyList<Uri> passed, int? redirectedFrom, CancellationToken cancellation)
    {
        if (request is { Destination: Destination.Frame, Embedder: { } page }
            && !page.ContentPolicies.AllowsFrame(request.Url, page.Url, isRedirected: passed.Count > 0))
        {
            observer(new BlockedFrame(request.Url.AbsoluteUri, page.Url.AbsoluteUri, FramingRules.Source));
            throw Unreachable(request.Url, $"{FramingRules.Source} of {page.Url.AbsoluteUri} does not let it be framed");
        }

        var number = _numbers.Next();
        var asks = new CookieRequest(
            request.Url, request.Method.Method, request.Destination, request.From?.Client, request.Embedder?.Client, [.. passed]);
        try
        {
            var selection = cookies.SelectFor(asks);
            foreach (var (cookie, why) in selection.Withheld)
                observer(new WithheldCookie(
                    request.Url.AbsoluteUri, Context(request.Destination), cookie.Name, cookie.Domain, ToldRules.Of(why)));
            using var message = Message(request, passed, selection.Header);
            var answer = await http.SendAsync(message, cancellation);
            if (answer.Headers.NonValidated.TryGetValues("Set-Cookie", out var set))
                foreach (var header in set) Take(header, asks, request, answer.Headers.Date);
            if (ClearSiteData.WantsCookiesGone(request.Url, Header(answer, ClearSiteData.Name))) cookies.Clear(asks.Host);
            observer(new BrowserExchange(
                number, request.Method.Method, request.Url.AbsoluteUri, Context(request.Destination), (int)answer.StatusCode,
                redirectedFrom, Redirect.Location(answer)) 
            {
                CacheControl = Header(answer, "Cache-Control"),
                Expires = ContentHeader(answer, "Expires"),
                Framing = FramingHeaders.Of(Header(answer, FramingRules.Options), Header(answer, "Content-Security-Policy")),
            });
            return (number, answer);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            observer(
                new BrowserExchange(
                    number, request.Method.Method, request.Url.AbsoluteUri, Context(request.Destination), 0, redirectedFrom, null));
            if (failure is OperationCanceledException) throw;
            throw Unreachable(request.Url, failure.GetBaseException().Message, failure);
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private void Take(string header, CookieRequest asks, FetchRequest request, DateTimeOffset? answeredAt)
    {
        var refusal = cookies.Receive(header, asks, answeredAt);
        if (refusal == CookieRefusal.None) return;
        observer(new RefusedCookie(
            request.Url.AbsoluteUri, Context(request.Destination), ToldRules.NameIn(header), request.Url.Host, ToldRules.Of(refusal)));
    }

    private static HttpRequestMessage Message(FetchRequest request, IReadOnlyList<Uri> passed, string? cookie)
    {
        var message = new HttpRequestMessage(request.Method, request.Url) { Content = request.Body?.Content() };
        message.Headers.TryAddWithoutValidation("User-Agent", SimulatedBrowser.UserAgent);
        message.Headers.TryAddWithoutValidation(
            "Accept", request.Destination == Destination.Subresource ? "*/*" : "text/html,application/xhtml+xml,*/*;q=0.8");
        if (cookie is not null) message.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head && request.From is { } from)
            message.Headers.TryAddWithoutValidation("Origin", Origin(from.Url, passed, request.Url));
        foreach (var (name, value) in request.Headers) message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    // A redirect from one stranger to another hides who began it (Fetch standard, "tainted origin").
    private static string Origin(Uri from, IReadOnlyList<Uri> passed, Uri url)
    {
        var origin = from.GetLeftPart(UriPartial.Authority);
        var hops = passed.Append(url).Select(hop => hop.GetLeftPart(UriPartial.Authority)).ToList();
        for (var i = 1; i < hops.Count; i++)
            if (hops[i] != hops[i - 1] && hops[i - 1] != origin) return "null";
        return origin;
    }

    private static string Context(Destination destination) => destination switch
    {
        Destination.TopLevel => "top-level",
        Destination.Frame => "frame",
        _ => "subresource",
    };

    private static SiteUnreachableException Unreachable(Uri url, string why, Exception? inner = null) =>
        new($"{url.AbsoluteUri} did not answer ({why}). Is the site running, and is its address right?", inner);

    // The framework takes it for a header of the content.
    private static string? ContentHeader(HttpResponseMessage answer, string name) =>
        answer.Content.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private sealed class Numbers
    {
        private int _last;

        public int Next() => Interlocked.Increment(ref _last);
    }
}
