using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.CustomPolicies;

/// <summary>Tokens with the claims that a policy's OutputClaims name.</summary>
internal sealed class B2cTokens(Tenant tenant) : ProductTokens
{
    public override string IdToken(Authentication authentication, string clientId, string policyId, string? nonce, string? code = null)
    {
        var content = ((B2cPolicy)tenant.Policy(policyId)!).Content;
        var claims = new SignedClaims(tenant.SigningKey) { ["sub"] = authentication.User.ObjectId };
        foreach (var (name, value) in content.For(
                authentication, new TokenContext(policyId, tenant.Id, tenant.Name, clientId, Guid.NewGuid().ToString("D"))))
            claims[name] = value;

        if (authentication.IdentityProvider is { } provider) claims["idp"] = provider;

        // What the protocol says comes last: no policy can put other words into its mouth.
        foreach (var (name, value) in Common(clientId, policyId, content.Lifetimes.Id)) claims[name] = value;
        claims["auth_time"] = tenant.Rules.Tokens.AuthTime(authentication.User.ObjectId, authentication.At, tenant.Clock.GetUtcNow())
            .ToUnixTimeSeconds();
        if (nonce is not null) claims["nonce"] = nonce;
        if (code is not null) claims["c_hash"] = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(code)).AsSpan(0, 16));
        return tenant.Rules.Tokens.Write(claims);
    }

    public override string AccessToken(Authentication authentication, string clientId, string policyId, string scope)
    {
        var claims = Common(clientId, policyId, ((B2cPolicy)tenant.Policy(policyId)!).Content.Lifetimes.Access);
        claims["sub"] = authentication.User.ObjectId;
        claims["azp"] = clientId;
        claims["scp"] = scope;
        return Jwt.Write(claims);
    }

    private Dictionary<string, object> Common(string clientId, string policyId, TimeSpan lifetime)
    {
        var now = tenant.Clock.GetUtcNow();
        var issued = tenant.Rules.Tokens.IssuedAt(now);
        return new SignedClaims(tenant.SigningKey)
        {
            ["ver"] = "1.0",
            ["iss"] = tenant.Issuer,
            ["aud"] = clientId,
            ["tfp"] = policyId,
            ["nbf"] = issued.ToUnixTimeSeconds(),
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        };
    }
}
