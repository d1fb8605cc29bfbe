using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Tests.Reference;

namespace KmsiConformance.Tests.Cookies;

/// <summary>A cookie store at a time moved by hand, spoken to in URLs.</summary>
internal sealed class Jar(CookiePolicy? policy = null)
{
    public const string Shop = "https://shop.example/";
    public const string Bank = "https://bank.example/";

    public HandMovedClock Clock { get; } = new();

    public CookieStore Store => field ??= new CookieStore(Clock, policy ?? CookiePolicy.Draft);

    public IEnumerable<string> Names => Store.All.Select(cookie => cookie.Name).Order(StringComparer.Ordinal);

    public Cookie this[string name] => Store.All.Single(cookie => cookie.Name == name);

    /// <summary>A document; the embedders go outwards.</summary>
    public static CookieClient Document(string url, params string[] embedders) =>
        new(Site.Of(new Uri(url), PublicSuffixRules.BuiltIn), embedders.Length == 0 ? null : Document(embedders[0], embedders[1..]));

    public static CookieRequest TopLevel(string url, string method = "GET", string? from = null, params string[] passed) =>
        new(new Uri(url), method, Destination.TopLevel, from is null ? null : Document(from), null,
            [.. passed.Select(way => new Uri(way))]);

    public static CookieRequest Frame(string url, params string[] embedders) =>
        new(new Uri(url), "GET", Destination.Frame, Document(embedders[0], embedders[1..]), Document(embedders[0], embedders[1..]));

    public static CookieRequest Picture(string url, params string[] embedders) =>
        new(new Uri(url), "GET", Destination.Subresource, Document(embedders[0], embedders[1..]));

    public CookieRefusal Set(string url, string header) => Set(TopLevel(url), header);

    public CookieRefusal Set(CookieRequest request, string header) => Store.Receive(header, request);

    public string? Sent(string url) => Store.HeaderFor(TopLevel(url));

    public string? Sent(CookieRequest request) => Store.HeaderFor(request);
}
