using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>OAuth 2.0: nothing is discovered and nothing is signed; who the user is, the claims endpoint says over TLS.</summary>
internal sealed class OAuth2Dialect : CodeFlow
{
    public override Task<string> SignInAddressAsync(Exchange exchange, RoundTrip trip) =>
        Task.FromResult(Authorize(exchange, trip, Demand(trip.Choice, "authorization_endpoint"), "profile", nonce: null));

    public override async Task<ProviderAnswer> ReadAsync(Exchange exchange, RoundTrip trip, Parameters answer)
    {
        var choice = trip.Choice;
        var tokenEndpoint = Demand(choice, "AccessTokenEndpoint");

        // An answer that names another provider was meant for somebody else (RFC 9207); most name nobody.
        if (answer["iss"] is { } named && !tokenEndpoint.StartsWith(named, StringComparison.Ordinal))
            throw new ProviderAnswerRefusedException(
                $"the answer comes from '{named}', not from the provider of {choice.TechnicalProfile}");
        if (Failure(answer) is { } failed) return failed;

        var tokens = await RedeemAsync(exchange, trip, answer, tokenEndpoint);
        var claims = await exchange.B2c.ProviderHttp.AskAsync(
            Demand(choice, "ClaimsEndpoint"), Demand(tokens, "access_token", "the token answer"));
        var subject = Text(claims, "id") ?? Demand(claims, "sub", "the answer of the claims endpoint");
        return new ProviderAnswer.Vouched(choice["ProviderName"] ?? tokenEndpoint, subject, Text(claims, "name"), Text(claims, "email"));
    }

    // nothing is discovered here, so that the policy must say it.
    public override Task<string?> SignOutAddressAsync(Exchange exchange, FederatedChoice choice, Session session) =>
        Task.FromResult(choice["end_session_endpoint"]);
}
