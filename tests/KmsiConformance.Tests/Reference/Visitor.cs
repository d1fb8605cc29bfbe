using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KmsiConformance.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference;

/// <summary>What came back: a page of the login endpoint, or an answer on its way to an application.</summary>
internal sealed record Reply(
    HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IHtmlDocument? Page, Uri? Location,
    IReadOnlyDictionary<string, string> Answer)
{
    public bool IsSilent => Answer.ContainsKey("code") || Answer.ContainsKey("id_token");

    public bool AsksForCredentials => Page?.QuerySelector("input#password") is not null;

    public bool OffersBox => Page?.QuerySelector("div.rememberMe > input#rememberMe[type=checkbox][name=rememberMe]") is not null;

    public string? Marker => Page?.Body?.GetAttribute("data-page");

    public string Text => Page?.Body?.TextContent ?? "";
}

/// <summary>A person with a browser without JavaScript, who makes the calls that the page's script would make.</summary>
internal sealed class Visitor(TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler());

    public VisitorCookies Cookies { get; } = new(clock);

    public async Task<Reply> OpenAsync(string url)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
        return await ReadAsync(answer);
    }

    public async Task<Reply> PostAsync(string url, params (string, string)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Form(form) };
        return await ReadAsync(await SendAsync(request));
    }

    public async Task<(HttpStatusCode Status, JsonElement Json)> PostForJsonAsync(string url, params (string, string)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Form(form) };
        var answer = await SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    public async Task<JsonElement> JsonAsync(string url)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Posts the fields as the page's script does, and returns its JSON.</summary>
    public async Task<JsonElement> TypeAsync(string origin, Reply page, string user, string password, string? csrf = null)
    {
        var settings = SettingsOf(page);
        var url = $"{origin}{Text(settings, "hosts", "tenant")}/SelfAsserted"
            + $"?tx={Text(settings, "transId")}&p={Text(settings, "hosts", "policy")}";
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = Form([("request_type", "RESPONSE"), ("signInName", user), ("password", password)]),
        };
        request.Headers.Add("X-CSRF-TOKEN", csrf ?? Text(settings, "csrf"));
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        var answer = await SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Goes where the page's script goes once the password was accepted.</summary>
    public Task<Reply> ConfirmAsync(string origin, Reply page, bool tick, string? csrf = null)
    {
        var settings = SettingsOf(page);
        var remember = tick ? "true" : "false";
        return OpenAsync(
            $"{origin}{Text(settings, "hosts", "tenant")}/api/{Text(settings, "api")}/confirmed?rememberMe={remember}"
            + $"&csrf_token={csrf ?? Text(settings, "csrf")}&tx={Text(settings, "transId")}&p={Text(settings, "hosts", "policy")}");
    }

    /// <summary>The script global SETTINGS of a sign-in page.</summary>
    public static JsonElement SettingsOf(Reply page)
    {
        const string Lead = "var SETTINGS = ";
        var line = page.Page!.Scripts.SelectMany(s => s.Text.Split('\n')).Select(l => l.Trim())
            .First(l => l.StartsWith(Lead, StringComparison.Ordinal));
        return JsonDocument.Parse(line[Lead.Length..].TrimEnd(';')).RootElement;
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Header is { Length: > 0 } cookies) request.Headers.TryAddWithoutValidation("Cookie", cookies);
        var answer = await _http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) Cookies.Take(cookie);
        return answer;
    }

    private static async Task<Reply> ReadAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var page = answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync())
            : null;
        return new Reply(answer.StatusCode, headers, page, answer.Headers.Location, Answer(answer.Headers.Location, page));
    }

    private static Dictionary<string, string> Answer(Uri? location, IHtmlDocument? page)
    {
        if (page?.QuerySelector("form#auto") is { } form)
            return form.QuerySelectorAll("input")
                .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!, StringComparer.Ordinal);
        var text = location is not { IsAbsoluteUri: true }
            ? ""
            : location.Fragment.Length > 1 ? location.Fragment[1..] : location.Query.TrimStart('?');
        return text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]), StringComparer.Ordinal);
    }

    private static string Text(JsonElement settings, params string[] path) =>
        path.Aggregate(settings, (element, name) => element.GetProperty(name)).GetString()!;

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> form) =>
        new(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
