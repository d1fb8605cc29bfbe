using System.Text.Json;
using KmsiConformance.Jose;
using Microsoft.IdentityModel.JsonWebTokens;

namespace KmsiConformance.Apps;

/// <summary>What a logout token says.</summary>
internal sealed record LogoutClaims(string Id, string? Subject, string? Sid);

/// <summary>Validates logout tokens as Back-Channel Logout 2.6 asks of a relying party.</summary>
internal static class LogoutTokenValidator
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>What the token says.</summary>
    /// <exception cref="TokenRefusedException">The token must not be accepted; the message says why.</exception>
    public static async Task<LogoutClaims> ValidateAsync(
        string token, IssuerKeys keys, string issuer, string audience, DateTimeOffset now, TimeSpan leeway)
    {
        var read = await SignedToken.ValidateAsync(
            token, keys, new ExpectedToken("the logout token", issuer, audience, now)
            {
                Types = ["logout+jwt", "JWT"], Skew = leeway,
            });
        if (!Has(read, "iat")) throw new TokenRefusedException("the logout token does not say when it was issued");
        if (!SaysSignOut(read)) throw new TokenRefusedException("the logout token lacks the event of a sign-out");
        if (Has(read, "nonce")) throw new TokenRefusedException("the logout token has a nonce, as only an id_token may");
        var (subject, sid) = (Text(read, "sub"), Text(read, "sid"));
        if (subject is null && sid is null) throw new TokenRefusedException("the logout token names neither a user nor a session");
        return new LogoutClaims(Text(read, "jti") ?? throw new TokenRefusedException("the logout token has no jti"), subject, sid);
    }

    private static bool SaysSignOut(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var what) && what.ValueKind == JsonValueKind.Object;

    private static bool Has(JsonWebToken token, string claim) => token.TryGetPayloadValue<object>(claim, out _);

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) && text.Length > 0 ? text : null;
}
