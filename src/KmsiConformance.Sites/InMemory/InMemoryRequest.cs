using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace KmsiConformance.Sites.InMemory;

/// <summary>A request as a pipeline gets it from Kestrel.</summary>
internal sealed class InMemoryRequest : IHttpRequestFeature, IHttpRequestBodyDetectionFeature
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; } = "https";

    public required string Method { get; set; }

    public string PathBase { get; set; } = "";

    public required string Path { get; set; }

    public required string QueryString { get; set; }

    public required string RawTarget { get; set; }

    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();

    public required Stream Body { get; set; }

    public required bool CanHaveBody { get; init; }

    /// <summary>The request with this body; null for one that Kestrel would refuse.</summary>
    public static InMemoryRequest? Of(HttpRequestMessage message, byte[] body)
    {
        var url = message.RequestUri!;
        var request = new InMemoryRequest
        {
            Method = message.Method.Method,
            Path = PathString.FromUriComponent(url).Value ?? "/",
            QueryString = Microsoft.AspNetCore.Http.QueryString.FromUriComponent(url).Value ?? "",
            RawTarget = url.PathAndQuery,
            Body = body.Length == 0 ? Stream.Null : new MemoryStream(body, writable: false),
            CanHaveBody = message.Content is not null,
        };
        request.Headers.Host = url.Authority;
        if (message.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated) request.Headers[name] = values.ToString();
            request.Headers.ContentLength = body.Length;
        }

        foreach (var (name, values) in message.Headers.NonValidated)
        {
            var received = new List<string>(values.Count);
            foreach (var value in values)
            {
                if (Received(value) is not { } text) return null;
                received.Add(text);
            }

            request.Headers[name] = received.Count == 1 ? received[0] : new StringValues([.. received]);
        }

        return request;
    }

    // Octets on the wire, which Kestrel reads as UTF-8 and refuses where they are none.
    private static string? Received(string value)
    {
        if (Ascii.IsValid(value)) return value.AsSpan().IndexOfAny('\0', '\r', '\n') < 0 ? value : null;
        try
        {
            return Utf8.GetString(Encoding.Latin1.GetBytes(value));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
