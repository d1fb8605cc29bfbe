using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KmsiConformance.Worlds.Apps;

/// <summary>
/// Validates id_tokens as OpenID Connect Core 3.1.3.7 asks of a relying party. Only RS256: what a token of any other
/// algorithm says is not believed.
/// </summary>
internal static class TokenValidator
{
    // RFC 7519 allows "a few minutes" for clock skew. The world has one clock, so seconds are plenty.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>The token's claims.</summary>
    /// <param name="token">Compact serialisation.</param>
    /// <param name="keys">The issuer's JSON Web Key Set.</param>
    /// <param name="nonce">The nonce of the request; null for a refresh, which had none (Core, 12.2).</param>
    /// <exception cref="TokenRefusedException">The token must not be accepted; the message says why.</exception>
    public static IReadOnlyDictionary<string, string> Validate(
        string token, JsonElement keys, string issuer, string audience, string? nonce, DateTimeOffset now)
    {
        var (_, claims) = Verified(token, "the id_token", keys);
        Demand("iss", Text(claims, "iss"), issuer);
        Demand("aud", Text(claims, "aud"), audience);
        if (nonce is not null) Demand("nonce", Text(claims, "nonce"), nonce);
        if (!(Seconds(claims, "exp") > (now - Skew).ToUnixTimeSeconds())) throw new TokenRefusedException("the id_token has expired, or says no expiry");
        if (Seconds(claims, "nbf") is { } from && from > (now + Skew).ToUnixTimeSeconds()) throw new TokenRefusedException("the id_token is not valid yet");
        if (Text(claims, "sub") is null) throw new TokenRefusedException("the id_token names no subject");

        return claims.EnumerateObject().ToDictionary(claim => claim.Name, claim => claim.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>Header and claims of a token that one of the keys has signed with RS256.</summary>
    /// <param name="what">What kind of token it is, for messages.</param>
    /// <exception cref="TokenRefusedException">It is none.</exception>
    public static (JsonElement Header, JsonElement Claims) Verified(string token, string what, JsonElement keys)
    {
        var parts = token.Split('.');
        if (parts.Length != 3) throw new TokenRefusedException($"{what} is not a signed token of three parts");

        using var header = Json(parts[0]);
        if (Text(header.RootElement, "alg") is var algorithm && algorithm != "RS256")
            throw new TokenRefusedException($"{what} is signed with '{algorithm}', expected RS256");
        if (!Signed(parts, keys, Text(header.RootElement, "kid")))
            throw new TokenRefusedException($"{what}'s signature does not fit any key of the issuer");

        using var body = Json(parts[1]);
        return (header.RootElement.Clone(), body.RootElement.Clone());
    }

    private static void Demand(string claim, string? actual, string expected)
    {
        if (actual != expected) throw new TokenRefusedException($"the id_token's {claim} is '{actual ?? "absent"}', expected '{expected}'");
    }

    private static bool Signed(string[] parts, JsonElement keys, string? kid)
    {
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Bytes(parts[2]);
        foreach (var key in keys.GetProperty("keys").EnumerateArray().Where(key => Text(key, "kty") == "RSA" && (kid is null || Text(key, "kid") == kid)))
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(Text(key, "n")!), Exponent = Bytes(Text(key, "e")!) });
            if (rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) return true;
        }

        return false;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Seconds(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.TryGetInt64(out var seconds) ? seconds : null;

    private static JsonDocument Json(string part)
    {
        try
        {
            return JsonDocument.Parse(Bytes(part));
        }
        catch (JsonException)
        {
            throw new TokenRefusedException("a part of the token is not JSON");
        }
    }

    private static byte[] Bytes(string base64Url)
    {
        try
        {
            return System.Buffers.Text.Base64Url.DecodeFromChars(base64Url);
        }
        catch (FormatException)
        {
            throw new TokenRefusedException("a part of the token is not base64url");
        }
    }
}

/// <summary>An app must not accept a token.</summary>
public sealed class TokenRefusedException(string message) : Exception(message);
