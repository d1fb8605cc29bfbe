using System.Globalization;
using System.Text.Json;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>What OpenID Connect and OAuth 2.0 have in common: the authorization code flow, with PKCE.</summary>
internal abstract class CodeFlow : ProviderDialect
{
    protected static string Authorize(Exchange exchange, RoundTrip trip, string endpoint, string standardScope, string? nonce)
    {
        var choice = trip.Choice;
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = Demand(choice, "client_id"),
            ["redirect_uri"] = exchange.B2c.ProviderCallback,
            ["response_type"] = "code",
            ["scope"] = choice["scope"] ?? standardScope,
            ["state"] = trip.State,
            ["code_challenge"] = trip.Challenge,
            ["code_challenge_method"] = "S256",
        };
        if (nonce is not null) query["nonce"] = nonce;
        if (choice["response_mode"] is { } mode) query["response_mode"] = mode;
        if (trip.Passive) query["prompt"] = "none";
        else if (trip.DemandsCredentials) query["prompt"] = "login";
        if (trip.SignIn.Request.LoginHint is { } hint) query["login_hint"] = hint;
        if (exchange.Tenant.Rules.Federation.SessionWantedAtProvider(exchange.Policy.Settings) is { } wanted)
            query["session_lifetime"] = ((long)wanted.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(endpoint, query);
    }

    protected static ProviderAnswer.Failed? Failure(Parameters answer) =>
        answer["error"] is { } error ? new ProviderAnswer.Failed(error, answer["error_description"] ?? "") : null;

    /// <summary>Redeems the code of an answer.</summary>
    protected static async Task<JsonElement> RedeemAsync(Exchange exchange, RoundTrip trip, Parameters answer, string endpoint)
    {
        var choice = trip.Choice;
        var tokens = await exchange.B2c.ProviderHttp.PostAsync(endpoint, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = Demand(choice, "client_id"),
            ["client_secret"] = Secret(exchange, choice),
            ["code"] = answer["code"] ?? throw new ProviderAnswerRefusedException("the answer has neither a code nor an error"),
            ["redirect_uri"] = exchange.B2c.ProviderCallback,
            ["code_verifier"] = trip.Verifier,
        });
        return Text(tokens, "error") is { } error
            ? throw new ProviderAnswerRefusedException($"the token endpoint answered {error}")
            : tokens;
    }

    protected static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    protected static string Demand(JsonElement json, string name, string where) =>
        Text(json, name) ?? throw new ProviderAnswerRefusedException($"{where} has no {name}");

    private static string Secret(Exchange exchange, FederatedChoice choice) =>
        choice.Keys.TryGetValue("client_secret", out var storage) && exchange.B2c.PolicyKeys.TryGetValue(storage, out var secret)
            ? secret
            : throw new ProviderAnswerRefusedException($"the tenant keeps no client_secret for {choice.TechnicalProfile}");
}
