using KmsiConformance.Jose;

namespace KmsiConformance.Apps;

/// <summary>Validates id_tokens as OpenID Connect Core 3.1.3.7 asks of a relying party.</summary>
internal static class TokenValidator
{
    /// <summary>The token's claims; one that stands there several times, or is a list, has its values joined by blanks.</summary>
    /// <param name="token">Compact serialisation.</param>
    /// <param name="nonce">The nonce of the request; null for a refresh, which had none (Core, 12.2).</param>
    /// <param name="leeway">By how much its times may be off.</param>
    /// <exception cref="TokenRefusedException">The token must not be accepted; the message says why.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ValidateAsync(
        string token, IssuerKeys keys, string issuer, string audience, string? nonce, DateTimeOffset now, TimeSpan leeway)
    {
        var read = await SignedToken.ValidateAsync(
            token, keys, new ExpectedToken("the id_token", issuer, audience, now) { Skew = leeway, Nonce = nonce });
        if (string.IsNullOrEmpty(read.Subject)) throw new TokenRefusedException("the id_token names no subject");
        return read.Claims
            .GroupBy(claim => claim.Type, claim => claim.Value, StringComparer.Ordinal)
            .ToDictionary(claim => claim.Key, claim => string.Join(' ', claim), StringComparer.Ordinal);
    }
}
