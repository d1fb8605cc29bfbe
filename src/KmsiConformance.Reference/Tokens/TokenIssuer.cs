using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Tokens;

/// <summary>How the user came to be signed in; goes into tokens.</summary>
/// <param name="At">When credentials were accepted: a silent sign-in does not change it (N-07).</param>
/// <param name="BoxTicked">Whether "Keep me signed in" was ticked at that time.</param>
internal sealed record Authentication(ReferenceUser User, DateTimeOffset At, bool BoxTicked)
{
    /// <summary>The identity provider that vouches for the user; null for a local account.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>What applications may know the session by; null where tokens do not say.</summary>
    public string? Sid { get; init; }
}

/// <summary>Issues the tokens of one tenant.</summary>
internal class TokenIssuer(Tenant tenant)
{
    /// <summary>Issues an id_token; with a code beside it the token is bound to it (OpenID Connect Core, 3.3.2.11).</summary>
    public virtual string IdToken(Authentication authentication, string clientId, string policyId, string? nonce, string? code = null)
    {
        var content = tenant.Content(tenant.Policy(policyId)!);
        var claims = new SignedClaims(tenant.SigningKey) { ["sub"] = authentication.User.ObjectId };
        foreach (var (name, value) in content.For(authentication, new TokenContext(policyId, tenant.Id, tenant.Name, clientId, Guid.NewGuid().ToString("D")))) claims[name] = value;

        if (authentication.IdentityProvider is { } provider) claims["idp"] = provider;

        // What the protocol says comes last: no policy can put other words into its mouth.
        foreach (var (name, value) in Common(clientId, policyId, content.Lifetimes.Id)) claims[name] = value;
        claims["auth_time"] = tenant.Conduct.AuthTime(authentication.At, tenant.Clock.GetUtcNow()).ToUnixTimeSeconds();
        if (nonce is not null) claims["nonce"] = nonce;
        if (code is not null) claims["c_hash"] = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(code)).AsSpan(0, 16));
        return tenant.Conduct.Write(claims);
    }

    /// <summary>Issues an access token for the application itself.</summary>
    public virtual string AccessToken(Authentication authentication, string clientId, string policyId, string scope)
    {
        var claims = Common(clientId, policyId, tenant.Content(tenant.Policy(policyId)!).Lifetimes.Access);
        claims["sub"] = authentication.User.ObjectId;
        claims["azp"] = clientId;
        claims["scp"] = scope;
        return Jwt.Write(claims);
    }

    private Dictionary<string, object> Common(string clientId, string policyId, TimeSpan lifetime)
    {
        var now = tenant.Clock.GetUtcNow();
        return new SignedClaims(tenant.SigningKey)
        {
            ["ver"] = "1.0",
            ["iss"] = tenant.Issuer,
            ["aud"] = clientId,
            ["tfp"] = policyId,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        };
    }
}
