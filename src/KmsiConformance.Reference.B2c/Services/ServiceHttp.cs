using System.Text.Json;
using KmsiConformance.Sites;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>HTTP towards the services of policies: redirects are not followed, and nobody is waited for without end.</summary>
/// <param name="patience">How long an answer is waited for. Of real time: a browser waits meanwhile.</param>
internal sealed class ServiceHttp(TimeSpan patience) : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    private readonly HttpClient _http =
        new(LoopbackHttp.CreateHandler()) { Timeout = patience, MaxResponseContentBufferSize = LargestAnswer };

    /// <summary>Asks a service.</summary>
    public async Task<ServiceAnswer> AskAsync(HttpRequestMessage question)
    {
        try
        {
            using var answer = await _http.SendAsync(question);
            return Read((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (TaskCanceledException)
        {
            return new ServiceAnswer.Failed(TooLate: true);
        }
        catch (HttpRequestException)
        {
            return new ServiceAnswer.Failed(TooLate: false);
        }
    }

    public void Dispose() => _http.Dispose();

    private static ServiceAnswer Read(int status, string text) => status switch
    {
        >= 200 and < 300 when string.IsNullOrWhiteSpace(text) => new ServiceAnswer.Said(default),
        >= 200 and < 300 => Json(text) is { } content ? new ServiceAnswer.Said(content) : new ServiceAnswer.Failed(TooLate: false),
        >= 400 and < 500 => new ServiceAnswer.Refused(UserMessage(text)),
        _ => new ServiceAnswer.Failed(TooLate: false),
    };

    private static string? UserMessage(string text) =>
        Json(text) is { } said
            && said.TryGetProperty("userMessage", out var message)
            && message.ValueKind == JsonValueKind.String
            && !string.IsNullOrWhiteSpace(message.GetString())
            ? message.GetString()
            : null;

    private static JsonElement? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
