using System.Text.Json;

namespace KmsiConformance.Worlds.Apps;

/// <summary>What a logout token says.</summary>
internal sealed record LogoutClaims(string Id, string? Subject, string? Sid);

/// <summary>Validates logout tokens as Back-Channel Logout 2.6 asks of a relying party.</summary>
internal static class LogoutTokenValidator
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>What the token says.</summary>
    /// <exception cref="TokenRefusedException">The token must not be accepted; the message says why.</exception>
    public static LogoutClaims Validate(string token, JsonElement keys, string issuer, string audience, DateTimeOffset now)
    {
        var (header, claims) = TokenValidator.Verified(token, "the logout token", keys);
        if (Text(header, "typ") is not (null or "logout+jwt" or "JWT")) throw new TokenRefusedException($"the logout token is of the type '{Text(header, "typ")}', expected logout+jwt");
        Demand("iss", Text(claims, "iss"), issuer);
        Demand("aud", Text(claims, "aud"), audience);
        if (!claims.TryGetProperty("iat", out _)) throw new TokenRefusedException("the logout token does not say when it was issued");
        if (!claims.TryGetProperty("exp", out var exp) || !exp.TryGetInt64(out var until) || until <= now.ToUnixTimeSeconds()) throw new TokenRefusedException("the logout token has expired, or says no expiry");
        if (!claims.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Object || !events.TryGetProperty(Event, out var what) || what.ValueKind != JsonValueKind.Object)
            throw new TokenRefusedException("the logout token lacks the event of a sign-out");
        if (claims.TryGetProperty("nonce", out _)) throw new TokenRefusedException("the logout token has a nonce, as only an id_token may");
        if (Text(claims, "sub") is null && Text(claims, "sid") is null) throw new TokenRefusedException("the logout token names neither a user nor a session");
        return new LogoutClaims(Text(claims, "jti") ?? throw new TokenRefusedException("the logout token has no jti"), Text(claims, "sub"), Text(claims, "sid"));
    }

    private static void Demand(string claim, string? actual, string expected)
    {
        if (actual != expected) throw new TokenRefusedException($"the logout token's {claim} is '{actual ?? "absent"}', expected '{expected}'");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
