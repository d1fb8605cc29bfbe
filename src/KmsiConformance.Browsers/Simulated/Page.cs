using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KmsiConformance.Browsers.Simulated.Framing;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Words;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>A document that a window or a frame shows.</summary>
internal sealed class Page
{
    // As in a browser that runs scripts: what stands in noscript is not part of the page.
    private static readonly HtmlParserOptions Options = new() { IsScripting = true };
    private static readonly IConfiguration Configuration = AngleSharp.Configuration.Default;

    private readonly FetchAnswer _answer;
    private readonly Lazy<IReadOnlyDictionary<string, MeantElement>> _meanings;
    private readonly Lazy<ContentPolicies> _contentPolicies;
    private Uri? _base;

    /// <summary>A document.</summary>
    /// <param name="words">By which its parts are found by their meaning.</param>
    public Page(FetchAnswer answer, Page? embedder, IPublicSuffixes suffixes, PageWords words)
    {
        _answer = answer;
        Client = new CookieClient(Site.Of(answer.Url, suffixes), embedder?.Client);
        Embedder = embedder;
        Html = Parse(answer);
        _contentPolicies = new Lazy<ContentPolicies>(() => new ContentPolicies(this));
        _meanings = new Lazy<IReadOnlyDictionary<string, MeantElement>>(() => PartsOfPage.Meanings(Html, words));
    }

    public Uri Url => _answer.Url;

    public int Status => _answer.Status;

    public IHtmlDocument Html { get; }

    /// <summary>The document as cookies see it.</summary>
    public CookieClient Client { get; }

    /// <summary>The document whose frame this is; null at the top level.</summary>
    public Page? Embedder { get; }

    /// <summary>Whether it answers a form, so that asking for it again would send that again.</summary>
    public bool IsOfForm => _answer.IsOfForm;

    /// <summary>
    /// Whether the browser may show it again without asking. Going back, browsers heed no word of <c>Cache-Control</c> but this one:
    /// what must be asked about first, or is too old, is shown all the same.
    /// </summary>
    public bool MayBeStored => !HeaderValues("Cache-Control").SelectMany(value => value.Split(','))
        .Any(word => word.Trim().Equals("no-store", StringComparison.OrdinalIgnoreCase));

    /// <summary>A message that the page's script would show now; null when it shows none.</summary>
    public string? ScriptMessage { get; set; }

    /// <summary>What its content policies say about frames.</summary>
    public ContentPolicies ContentPolicies => _contentPolicies.Value;

    /// <summary>All values of a header of the answer.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        _answer.Headers.NonValidated.TryGetValues(name, out var values) ? values : [];

    /// <summary>A header of the answer; null when it is absent.</summary>
    public string? Header(string name) => _answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>The absolute address that a reference on the page means; null for what cannot be fetched.</summary>
    public Uri? Resolve(string? reference)
    {
        _base ??= Html.QuerySelector("base[href]")?.GetAttribute("href") is { } given && Uri.TryCreate(Url, given, out var based)
            ? based
            : Url;
        return reference is not null
            && Uri.TryCreate(_base, WebAddress.AsBrowsersRead(reference.Trim()), out var url)
            && url.Scheme is "http" or "https"
            ? url
            : null;
    }

    /// <summary>All that a selector matches, or the part of the page that means what it names.</summary>
    public IEnumerable<IElement> All(string selector) => Meaning.Of(selector) is { } meaning
        ? _meanings.Value.GetValueOrDefault(meaning) is { } found ? [found.Element] : []
        : Html.QuerySelectorAll(selector);

    /// <summary>What a control of the recipe is on this page; null where it has none.</summary>
    public ControlFound? Find(Control control)
    {
        foreach (var entry in control.Selectors)
        {
            if (All(entry).FirstOrDefault(Visibility.IsVisible) is not { } element) continue;
            var why = Meaning.Of(entry) is { } meaning ? _meanings.Value[meaning].Why : "";
            return new ControlFound(control, entry, why, PartsOfPage.Tag(element), PartsOfPage.NameOf(element));
        }

        return null;
    }

    /// <summary>The first element that one of the selectors matches, in the order of the selectors.</summary>
    public IElement? First(IReadOnlyList<string> selectors, bool visible = true)
    {
        foreach (var selector in selectors)
            foreach (var element in All(selector))
                if (!visible || Visibility.IsVisible(element)) return element;
        return null;
    }

    /// <summary>How many visible elements the first of the selectors matches that matches any.</summary>
    public int Count(IReadOnlyList<string> selectors) =>
        selectors.Select(selector => All(selector).Count(Visibility.IsVisible)).FirstOrDefault(count => count > 0);

    private static IHtmlDocument Parse(FetchAnswer answer)
    {
        var parser = new HtmlParser(Options, BrowsingContext.New(Configuration));
        var type = answer.ContentType?.MediaType;
        if (answer.Body.Length == 0 || (type is not null && type is not ("text/html" or "application/xhtml+xml")))
            return parser.ParseDocument("");
        if (Charset(answer) is { } charset) return parser.ParseDocument(charset.GetString(answer.Body));

        // Without a charset in the header the parser looks for one in the page.
        using var stream = new MemoryStream(answer.Body);
        return parser.ParseDocument(stream);
    }

    private static Encoding? Charset(FetchAnswer answer)
    {
        try
        {
            return answer.ContentType?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
