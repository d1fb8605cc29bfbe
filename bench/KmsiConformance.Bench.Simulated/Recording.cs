using KmsiConformance.Browsers;
using KmsiConformance.Cookies;

namespace KmsiConformance.Bench.Simulated;

/// <summary>What one world's browser was asked to do, and every exchange that came of it.</summary>
/// <param name="Cookies">How it treated cookies.</param>
internal sealed record Recording(CookiePolicy Cookies)
{
    /// <summary>Whether every request was answered.</summary>
    public bool IsWhole { get; set; } = true;

    /// <summary>In order, with the world's distance from real time at each.</summary>
    public List<(TimeSpan Offset, Func<IBrowser, Task> Do)> Calls { get; } = [];

    /// <summary>In order, a list for each start of the browser: connections do not outlive it.</summary>
    public List<List<RecordedExchange>> Sessions { get; } = [];
}

/// <summary>A request and its answer, each as it was.</summary>
internal sealed record RecordedExchange(
    HttpMethod Method, Uri Url, IReadOnlyList<(string Name, string Value)> Headers, string? ContentType, byte[]? Content,
    RecordedAnswer Answer);

/// <summary>An answer.</summary>
internal sealed record RecordedAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body);

/// <summary>Records what goes through it.</summary>
internal sealed class RecordingHandler(HttpMessageHandler inner, Recording recording) : DelegatingHandler(inner)
{
    private readonly List<RecordedExchange> _exchanges = recording.Sessions[^1];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = await AnswerAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .SelectMany(header => header.Value.Select(value => (header.Key, value)));
        _exchanges.Add(new RecordedExchange(
            request.Method, request.RequestUri!,
            [.. request.Headers.NonValidated.SelectMany(header => header.Value.Select(value => (header.Key, value)))],
            request.Content?.Headers.ContentType?.ToString(), content,
            new RecordedAnswer((int)answer.StatusCode, [.. headers], await answer.Content.ReadAsByteArrayAsync(cancellationToken))));
        return answer;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await base.SendAsync(request, cancellation);
        }
        catch (Exception)
        {
            recording.IsWhole = false;
            throw;
        }
    }
}
