using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using KmsiConformance.Jose;
using KmsiConformance.Sites;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>HTTP towards identity providers. Their addresses come from policies and from nothing that a browser sends.</summary>
/// <param name="clock">Decides when a provider's keys may be fetched again.</param>
/// <param name="rules">Say how far a document is run after.</param>
/// <param name="patience">How long an answer is waited for. Of real time: a browser waits meanwhile.</param>
internal sealed class ProviderHttp(TimeProvider clock, FederationRules rules, TimeSpan patience) : IDisposable
{
    private const int LargestDocument = 1024 * 1024;

    private readonly HttpClient _http =
        new(LoopbackHttp.CreateHandler()) { Timeout = patience, MaxResponseContentBufferSize = LargestDocument };
    private readonly ConcurrentDictionary<string, string> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IssuerKeys> _keys = new(StringComparer.Ordinal);

    /// <summary>A document that hardly ever changes, such as metadata or keys; fetched once.</summary>
    /// <exception cref="ProviderAnswerRefusedException">It cannot be had.</exception>
    public async Task<string> DocumentAsync(string address)
    {
        if (_documents.TryGetValue(address, out var known)) return known;
        return _documents[address] = await FetchAsync(address);
    }

    /// <summary>The document, if it is known already; nothing is fetched.</summary>
    public string? Known(string address) => _documents.GetValueOrDefault(address);

    /// <summary>The keys that a provider signs with, by the address of its key document.</summary>
    public IssuerKeys KeysAt(string address) => _keys.GetOrAdd(address, at => new IssuerKeys(() => FetchAsync(at), clock));

    /// <inheritdoc cref="DocumentAsync"/>
    public async Task<JsonElement> JsonAsync(string address) => Json(await DocumentAsync(address), address);

    /// <summary>Posts a form and reads the JSON of the answer, whatever its status.</summary>
    /// <exception cref="ProviderAnswerRefusedException">There is no such answer.</exception>
    public async Task<JsonElement> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Complete(address)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.ParseAdd("application/json");
        return Json((await SendAsync(request)).Text, address);
    }

    /// <summary>Reads JSON with an access token.</summary>
    /// <exception cref="ProviderAnswerRefusedException">There is none.</exception>
    public async Task<JsonElement> AskAsync(string address, string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Complete(address));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var (status, text) = await SendAsync(request);
        return status == 200 ? Json(text, address) : throw new ProviderAnswerRefusedException($"{address} answered {status}");
    }

    /// <summary>The status with which an address answers.</summary>
    /// <exception cref="ProviderAnswerRefusedException">It does not answer.</exception>
    public async Task<int> StatusAsync(string address) =>
        (await SendAsync(new HttpRequestMessage(HttpMethod.Get, Complete(address)))).Status;

    public void Dispose() => _http.Dispose();

    private async Task<string> FetchAsync(string address, bool mayBeElsewhere = true)
    {
        using var limit = new CancellationTokenSource(rules.WaitsForDocuments(patience));
        var (status, text, elsewhere) = await ExchangeAsync(new HttpRequestMessage(HttpMethod.Get, Complete(address)), limit.Token);
        if (elsewhere is not null && mayBeElsewhere && rules.FollowsDocumentsElsewhere)
            return await FetchAsync(elsewhere, mayBeElsewhere: false);
        return status == 200 ? text : throw new ProviderAnswerRefusedException($"{address} answered {status} instead of a document");
    }

    private async Task<(int Status, string Text)> SendAsync(HttpRequestMessage request)
    {
        var (status, text, _) = await ExchangeAsync(request, CancellationToken.None);
        return (status, text);
    }

    private async Task<(int Status, string Text, string? Elsewhere)> ExchangeAsync(HttpRequestMessage request, CancellationToken limit)
    {
        try
        {
            using var answer = await _http.SendAsync(request, limit);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(limit), answer.Headers.Location?.OriginalString);
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            throw new ProviderAnswerRefusedException($"{request.RequestUri} did not answer: {WhyNot(silent)}");
        }
    }

    // In words of ours: what the framework says of a connection that breaks off depends on which of its parts notices first.
    private static string WhyNot(Exception silent) => silent switch
    {
        OperationCanceledException => "it took too long",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "nobody knows its name",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "nobody listens there",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection came about",
        _ => "the connection broke off",
    };

    private static Uri Complete(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
        ? uri
        : throw new ProviderAnswerRefusedException($"the policy's address '{address}' is not a complete https address");

    private static JsonElement Json(string text, string address)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ProviderAnswerRefusedException($"{address} did not answer with a JSON object");
        }
        catch (JsonException)
        {
            throw new ProviderAnswerRefusedException($"{address} did not answer with JSON");
        }
    }
}
