using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>The keys with which tokens are signed, as a JSON Web Key Set.</summary>
internal static class KeysEndpoint
{
    public static Task AnswerAsync(Exchange exchange)
    {
        var (modulus, exponent) = SigningKey.Public;
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new
        {
            keys = (object[])[new { kid = SigningKey.Id, use = "sig", kty = "RSA", alg = "RS256", e = exponent, n = modulus }],
        });
    }
}
