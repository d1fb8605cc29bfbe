using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using KmsiConformance.Serving;
using KmsiConformance.Tests.Reference;

namespace KmsiConformance.Tests.Serving;

/// <summary>A served reference, a script that controls it, and a visitor with a browser.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Served(ServedReference service)
    {
        Service = service;
        Visitor = new Visitor(service.Clock);
    }

    public ServedReference Service { get; }

    public Visitor Visitor { get; }

    public static async Task<Served> StartAsync(ServeOptions? options = null) =>
        new(await ServedReference.StartAsync(options ?? new ServeOptions { Readings = KnownProfiles.Default }));

    public Task<(HttpStatusCode Status, JsonElement Json)> GetAsync(string path) => CallAsync(HttpMethod.Get, path);

    public Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(string path, object body) =>
        CallAsync(HttpMethod.Post, path, JsonContent.Create(body));

    public async Task<(HttpStatusCode Status, JsonElement Json)> CallAsync(
        HttpMethod method, string path, HttpContent? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, Service.ControlOrigin + path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Service.ControlToken);
        change?.Invoke(request);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{')
            ? JsonDocument.Parse(text).RootElement
            : JsonDocument.Parse($"{{\"text\":{JsonSerializer.Serialize(text)}}}").RootElement);
    }

    public async Task<HttpResponseMessage> RawAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Service.ControlOrigin + path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }

    public static StringContent Text(string text, string type = "application/json") => new(text, Encoding.UTF8, type);

    /// <summary>Opens an app's protected page, follows to the login endpoint, and says what is there: the page or an answer.</summary>
    public async Task<Reply> OpenAsync(string app, string query = "")
    {
        var asked = await Visitor.OpenAsync($"{Service.AppOrigins[app]}/{query}");
        return await Visitor.OpenAsync(asked.Location!.ToString());
    }

    /// <summary>Signs in with name and password, and goes back to the app.</summary>
    public async Task<Reply> SignInAsync(string user, string password, bool tick = false, string app = "groceries", string query = "")
    {
        var page = await OpenAsync(app, query);
        await Visitor.TypeAsync(Service.Login.Origin, page, user, password);
        var answer = await Visitor.ConfirmAsync(Service.Login.Origin, page, tick);
        return answer.Location is { } location ? await Visitor.OpenAsync(location.ToString()) : answer;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Visitor.Dispose();
        await Service.DisposeAsync();
    }
}
