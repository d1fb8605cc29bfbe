using System.Text.Json;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>OpenID Connect: discovery, code flow, and an ID token that is validated as Core 3.1.3.7 says.</summary>
internal sealed class OpenIdConnectDialect : CodeFlow
{
    public override async Task<string> SignInAddressAsync(Exchange exchange, RoundTrip trip)
    {
        var metadata = await MetadataAsync(exchange, trip);
        return Authorize(
            exchange, trip, trip.Choice["authorization_endpoint"]
                ?? Demand(metadata, "authorization_endpoint", "the metadata"), "openid profile email", trip.Nonce);
    }

    public override async Task<ProviderAnswer> ReadAsync(Exchange exchange, RoundTrip trip, Parameters answer)
    {
        var metadata = await MetadataAsync(exchange, trip);
        var issuer = Demand(metadata, "issuer", "the metadata");

        // RFC 9207: where the provider says that it names itself, an answer without its name, or with another's, is not its own.
        var namesItself = metadata.TryGetProperty("authorization_response_iss_parameter_supported", out var says)
            && says.ValueKind == JsonValueKind.True;
        if ((namesItself || answer["iss"] is not null) && answer["iss"] != issuer)
            throw new ProviderAnswerRefusedException($"the answer comes from '{answer["iss"] ?? "nobody"}', expected '{issuer}'");
        if (Failure(answer) is { } failed) return failed;

        var tokens = await RedeemAsync(exchange, trip, answer, Demand(metadata, "token_endpoint", "the metadata"));
        var token = await ProviderIdToken.ValidateAsync(
            exchange, Demand(tokens, "id_token", "the token answer"), Demand(metadata, "jwks_uri", "the metadata"), issuer,
            Demand(trip.Choice, "client_id"), trip.Nonce);
        return string.IsNullOrEmpty(token.Subject)
            ? throw new ProviderAnswerRefusedException("the ID token has no sub")
            : new ProviderAnswer.Vouched(issuer, token.Subject, Claim(token, "name"), Claim(token, "email"));
    }

    // R-090: the discovery document decides. No id_token_hint is sent: the service keeps no tokens of others (P-17).
    public override async Task<string?> SignOutAddressAsync(Exchange exchange, FederatedChoice choice, Session session) =>
        Text(await exchange.B2c.ProviderHttp.JsonAsync(Demand(choice, "METADATA")), "end_session_endpoint");

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static Task<JsonElement> MetadataAsync(Exchange exchange, RoundTrip trip) =>
        exchange.B2c.ProviderHttp.JsonAsync(Demand(trip.Choice, "METADATA"));
}
