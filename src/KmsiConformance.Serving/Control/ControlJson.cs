using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KmsiConformance.Serving.Control;

/// <summary>JSON as the control interface reads and writes it.</summary>
internal static class ControlJson
{
    private const int LongestBody = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task WriteAsync(HttpContext http, object content, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(JsonSerializer.Serialize(content, Options) + "\n", http.RequestAborted);
    }

    /// <summary>Reads the body.</summary>
    /// <exception cref="ControlException">It is too long, or not what is expected.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, string example)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LongestBody;
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Options, http.RequestAborted) ?? throw new JsonException();
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ControlException(StatusCodes.Status413PayloadTooLarge, "too-long", $"The body is longer than {LongestBody} bytes.");
        }
        catch (JsonException)
        {
            throw new ControlException(
                StatusCodes.Status400BadRequest, "bad-request", $"The body is not what this call expects. For example: {example}");
        }
    }
}
