using System.Text;
using System.Text.Json;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>Writes and verifies compact JSON Web Signatures with RS256, the only algorithm of this service.</summary>
internal static class Jwt
{
    /// <summary>Signs the claims.</summary>
    /// <param name="type">What kind of token it is (RFC 8725, 3.11).</param>
    public static string Write(IReadOnlyDictionary<string, object> claims, string type = "JWT")
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["alg"] = "RS256",
            ["kid"] = SigningKey.Id,
            ["typ"] = type,
        });
        var content = $"{Base64Url.Encode(header)}.{Base64Url.Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = SigningKey.Sign(Encoding.ASCII.GetBytes(content));
        return $"{content}.{Base64Url.Encode(signature)}";
    }

    /// <summary>
    /// The claims of a token that this service signed; null for anything else: another key, another algorithm
    /// (<c>none</c> among them), another form.
    /// </summary>
    public static JsonElement? Verify(string token)
    {
        if (token.Split('.') is not [var header, var payload, var signature]) return null;
        if (Base64Url.Decode(header) is not { } head || Base64Url.Decode(payload) is not { } body || Base64Url.Decode(signature) is not { } signed) return null;
        if (Parse(head) is not { } parsedHead || !IsOurs(parsedHead)) return null;
        return SigningKey.Verifies(Encoding.ASCII.GetBytes($"{header}.{payload}"), signed) ? Parse(body) : null;
    }

    /// <summary>
    /// The claims of anything that has the form of a token, whoever wrote it; null for another form. For faults only: nobody
    /// may believe them.
    /// </summary>
    /// <param name="algorithm">What the token says it is signed with.</param>
    public static JsonElement? ReadUnverified(string token, out string algorithm)
    {
        algorithm = "";
        if (token.Split('.') is not [var header, var payload, _]) return null;
        if (Base64Url.Decode(header) is not { } head || Base64Url.Decode(payload) is not { } body || Parse(head) is not { } parsed) return null;
        algorithm = parsed.TryGetProperty("alg", out var named) ? named.ToString() : "";
        return Parse(body);
    }

    private static bool IsOurs(JsonElement header) =>
        header.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String && algorithm.ValueEquals("RS256");

    private static JsonElement? Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
