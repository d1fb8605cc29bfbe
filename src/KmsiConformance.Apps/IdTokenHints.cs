using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace KmsiConformance.Apps;

/// <summary>
/// Hints that a login endpoint must not believe, made out of an id_token that it issued itself, so that nothing but the
/// flaw gives them away.
/// </summary>
public static class IdTokenHints
{
    private static readonly Lazy<RSA> Stranger = new(() => RSA.Create(2048));

    /// <summary>A changed claim under the old signature.</summary>
    public static string Tampered(string idToken)
    {
        var parts = idToken.Split('.');
        var claims = Claims(idToken);
        claims["sub"] = "somebody-else";
        return $"{parts[0]}.{Encode(claims)}.{parts[2]}";
    }

    /// <summary>The same claims with <c>alg</c> none and no signature.</summary>
    public static string Unsigned(string idToken) =>
        $"{Encode(new JsonObject { ["alg"] = "none", ["typ"] = "JWT" })}.{Encode(Claims(idToken))}.";

    /// <summary>The token of another tenant: another issuer, signed well, but with its key.</summary>
    public static string OfAnotherTenant(string idToken)
    {
        var claims = Claims(idToken);
        claims["iss"] = "https://login.stranger.example/00000000-0000-0000-0000-000000000000/v2.0/";
        var content = $"{Encode(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "stranger" })}.{Encode(claims)}";
        lock (Stranger)
        {
            var signature = Stranger.Value.SignData(
                Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return $"{content}.{Base64Url.EncodeToString(signature)}";
        }
    }

    /// <summary>When the token's time is over; null when it does not say.</summary>
    public static DateTimeOffset? ExpiryOf(string idToken) =>
        new JsonWebToken(idToken).TryGetPayloadValue<long>("exp", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static JsonObject Claims(string idToken) => JsonNode.Parse(Base64Url.DecodeFromChars(idToken.Split('.')[1]))!.AsObject();

    private static string Encode(JsonNode json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
