using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>Tokens with the claims of Azure AD, version 2.0.</summary>
internal sealed class AzureAdTokens(Tenant tenant) : ProductTokens
{
    public override string IdToken(Authentication authentication, string clientId, string policyId, string? nonce, string? code = null)
    {
        var claims = Common(authentication, clientId);
        claims["auth_time"] = tenant.Rules.Tokens.AuthTime(authentication.User.ObjectId, authentication.At, tenant.Clock.GetUtcNow())
            .ToUnixTimeSeconds();
        claims["name"] = authentication.User.DisplayName;
        claims["preferred_username"] = authentication.User.Email;
        if (authentication.Sid is { } sid) claims["sid"] = sid;
        if (nonce is not null) claims["nonce"] = nonce;
        if (code is not null) claims["c_hash"] = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(code)).AsSpan(0, 16));
        return tenant.Rules.Tokens.Write(claims);
    }

    public override string AccessToken(Authentication authentication, string clientId, string policyId, string scope)
    {
        var claims = Common(authentication, clientId);
        claims["azp"] = clientId;
        claims["scp"] = scope;
        return Jwt.Write(claims);
    }

    private Dictionary<string, object> Common(Authentication authentication, string clientId)
    {
        var now = tenant.Clock.GetUtcNow();
        var issued = tenant.Rules.Tokens.IssuedAt(now);
        return new SignedClaims(tenant.SigningKey)
        {
            ["ver"] = "2.0",
            ["iss"] = tenant.Issuer,
            ["tid"] = tenant.Id,
            ["oid"] = authentication.User.ObjectId,

            // Pairwise: another application sees another subject.
            ["sub"] = Base64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{clientId}|{authentication.User.ObjectId}"))),
            ["aud"] = clientId,
            ["nbf"] = issued.ToUnixTimeSeconds(),
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = (now + Policies.InForce.TokenLifetimes.Default.Id).ToUnixTimeSeconds(),
        };
    }
}
