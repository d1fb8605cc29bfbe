using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>An identity provider's ID token, believed only if it is that provider's, for this service, and for this very sign-in.</summary>
internal static class ProviderIdToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>The token's claims.</summary>
    /// <exception cref="ProviderAnswerRefusedException">It must not be believed.</exception>
    public static async Task<JsonElement> ValidateAsync(Exchange exchange, string token, string keysAt, string issuer, string clientId, string nonce)
    {
        if (token.Split('.') is not [var header, var payload, var signature] || Read(header) is not { } head || Read(payload) is not { } claims)
            throw new ProviderAnswerRefusedException("the ID token is not a signed token of three parts");
        if (exchange.Tenant.Rules.Federation.VerifiesProviderSignatures) await VerifyAsync(exchange.B2c.ProviderHttp, $"{header}.{payload}", head, signature, keysAt);

        Demand(claims, "iss", issuer);
        Demand(claims, "nonce", nonce);
        if (!IsFor(claims, clientId)) throw new ProviderAnswerRefusedException($"the ID token is not for {clientId}");
        if (!claims.TryGetProperty("exp", out var expires) || !expires.TryGetInt64(out var seconds) || seconds <= (exchange.Now - Skew).ToUnixTimeSeconds())
            throw new ProviderAnswerRefusedException("the ID token has expired, or says no expiry");
        return claims;
    }

    private static async Task VerifyAsync(ProviderHttp http, string content, JsonElement head, string signature, string keysAt)
    {
        if (Text(head, "alg") != "RS256") throw new ProviderAnswerRefusedException($"the ID token is signed with '{Text(head, "alg")}', expected RS256");
        if (Verifies(await http.JsonAsync(keysAt), content, head, signature)) return;

        // Keys change: once more with fresh ones.
        http.Forget(keysAt);
        if (!Verifies(await http.JsonAsync(keysAt), content, head, signature))
            throw new ProviderAnswerRefusedException("the ID token's signature fits no key of the provider");
    }

    private static bool Verifies(JsonElement keys, string content, JsonElement head, string signature)
    {
        if (Base64Url.Decode(signature) is not { } signed || !keys.TryGetProperty("keys", out var all) || all.ValueKind != JsonValueKind.Array) return false;
        foreach (var key in all.EnumerateArray())
        {
            if (Text(key, "kty") != "RSA" || Text(key, "kid") != Text(head, "kid")) continue;
            if (Base64Url.Decode(Text(key, "n") ?? "!") is not { } modulus || Base64Url.Decode(Text(key, "e") ?? "!") is not { } exponent) continue;
            using var rsa = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent });
            if (rsa.VerifyData(Encoding.ASCII.GetBytes(content), signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) return true;
        }

        return false;
    }

    // Several audiences are only all right if the token was issued to this one (azp).
    private static bool IsFor(JsonElement claims, string clientId)
    {
        if (!claims.TryGetProperty("aud", out var audience)) return false;
        return audience.ValueKind == JsonValueKind.Array
            ? audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(clientId)) && (audience.GetArrayLength() == 1 || Text(claims, "azp") == clientId)
            : audience.ValueKind == JsonValueKind.String && audience.ValueEquals(clientId);
    }

    private static void Demand(JsonElement claims, string name, string expected)
    {
        if (Text(claims, name) != expected) throw new ProviderAnswerRefusedException($"the ID token's {name} is not the one expected");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Read(string part)
    {
        try
        {
            if (Base64Url.Decode(part) is not { } bytes) return null;
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
