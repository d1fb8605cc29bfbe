using KmsiConformance.Jose;
using KmsiConformance.Reference.Kernel.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>An identity provider's ID token, believed only if it is that provider's, for this service, and for this very sign-in.</summary>
internal static class ProviderIdToken
{
    /// <summary>The token.</summary>
    /// <exception cref="ProviderAnswerRefusedException">It must not be believed.</exception>
    public static async Task<JsonWebToken> ValidateAsync(
        Exchange exchange, string token, string keysAt, string issuer, string clientId, string nonce)
    {
        var rules = new ExpectedToken("the ID token", issuer, clientId, exchange.Now)
        {
            Skew = exchange.Tenant.Rules.Federation.Leeway,
            Nonce = exchange.Tenant.Rules.Federation.ComparesNonces ? nonce : null,
        };
        try
        {
            return exchange.Tenant.Rules.Federation.VerifiesProviderSignatures
                ? await SignedToken.ValidateAsync(token, exchange.B2c.ProviderHttp.KeysAt(keysAt), rules)
                : await SignedToken.JudgeUnverifiedAsync(token, rules);
        }
        catch (TokenRefusedException refused)
        {
            throw new ProviderAnswerRefusedException(refused.Message);
        }
    }
}
