using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KmsiConformance.Sites;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>Where a traveller has come: one answer of one site.</summary>
internal sealed record Stop(string Url, HttpStatusCode Status, IHtmlDocument? Page, string? Location)
{
    /// <summary>The value of <c>data-page</c>.</summary>
    public string? Marker => Page?.Body?.GetAttribute("data-page");

    public string Host => new Uri(Url).Host;

    public string Text => Page?.Body?.TextContent ?? "";

    /// <summary>A parameter of the address that this answer leads to.</summary>
    public string? Sent(string name) => Parameter(Location, name);

    /// <summary>A parameter of this answer's own address.</summary>
    public string? Given(string name) => Parameter(Url, name);

    private static string? Parameter(string? url, string name) => (url is null ? "" : new Uri(url).Query.TrimStart('?'))
        .Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name)
        .Select(pair => Uri.UnescapeDataString(pair[1].Replace('+', ' '))).FirstOrDefault();
}

/// <summary>A person with a browser without scripts that goes one step at a time, through many sites, each with its own cookies.</summary>
internal sealed class Traveller(TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler());
    private readonly Dictionary<string, VisitorCookies> _shelves = new(StringComparer.Ordinal);

    public VisitorCookies Cookies(string host) =>
        _shelves.TryGetValue(host, out var shelf) ? shelf : _shelves[host] = new VisitorCookies(clock);

    /// <summary>One request, no step further.</summary>
    public async Task<Stop> GoAsync(string url, IEnumerable<KeyValuePair<string, string>>? form = null)
    {
        var host = new Uri(url).Host;
        using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, url);
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        if (Cookies(host).Header is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await _http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) TakeCookie(Cookies(host), cookie);
        var page = answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync())
            : null;
        var location = answer.Headers.Location is { } to ? new Uri(new Uri(url), to).AbsoluteUri : null;
        return new Stop(url, answer.StatusCode, page, location);
    }

    /// <summary>Follows redirects and forms that post themselves, until a page stays or the way leads to the app.</summary>
    public async Task<Stop> FollowAsync(Stop from, string until = "groceries.localhost")
    {
        var at = from;
        while (true)
        {
            if (at.Location is { } location)
            {
                if (new Uri(location).Host == until) return at with { Url = location, Location = null };
                at = await GoAsync(location);
            }
            else if (at.Page?.QuerySelector("form#auto") is IHtmlFormElement auto)
            {
                at = await SendAsync(at, auto);
            }
            else
            {
                return at;
            }
        }
    }

    public async Task<Stop> OpenAsync(string url) => await FollowAsync(await GoAsync(url));

    /// <summary>Sends a form of the page with its own values, and those given here.</summary>
    public Task<Stop> SendAsync(Stop at, IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = form.QuerySelectorAll("input[name]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in typed) fields[name] = value;
        var address = new Uri(new Uri(at.Url), form.GetAttribute("action")!).AbsoluteUri;
        return form.Method == "post"
            ? GoAsync(address, fields)
            : GoAsync($"{address}?{string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}");
    }

    public void Dispose() => _http.Dispose();

    // Deleted cookies come with a date in the past as well as with max-age, and some only with the date.
    private static void TakeCookie(VisitorCookies shelf, string cookie)
    {
        var onlyByDate = cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)
            && !cookie.Contains("max-age", StringComparison.OrdinalIgnoreCase);
        shelf.Take(onlyByDate ? cookie + "; max-age=0" : cookie);
    }
}
