using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>Tokens with the claims of the specifications: id tokens, access tokens for the userinfo endpoint, logout tokens.</summary>
internal sealed class OpenIdTokens(Tenant tenant) : ProductTokens
{
    /// <summary>The type of an access token, which tells it from an id_token (RFC 9068).</summary>
    public const string AccessType = "at+jwt";

    private const string LogoutType = "logout+jwt";
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan LogoutLifetime = TimeSpan.FromMinutes(2);

    public override string IdToken(Authentication authentication, string clientId, string policyId, string? nonce, string? code = null)
    {
        var claims = Common(clientId, TokenLifetime);
        claims["sub"] = authentication.User.ObjectId;
        claims["auth_time"] = tenant.Rules.Tokens.AuthTime(authentication.User.ObjectId, authentication.At, tenant.Clock.GetUtcNow())
            .ToUnixTimeSeconds();
        if (authentication.Sid is { } sid) claims["sid"] = sid;
        if (authentication.Acr is { } acr) claims["acr"] = acr;
        if (nonce is not null) claims["nonce"] = nonce;
        if (code is not null) claims["c_hash"] = Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(code)).AsSpan(0, 16));
        return tenant.Rules.Tokens.Write(claims);
    }

    public override string AccessToken(Authentication authentication, string clientId, string policyId, string scope)
    {
        var claims = Common(UserInfoEndpoint.Audience(tenant), TokenLifetime);
        claims["sub"] = authentication.User.ObjectId;
        claims["client_id"] = clientId;
        claims["scope"] = scope;
        return Jwt.Write(claims, AccessType);
    }

    /// <summary>What tells an application's server that a session has ended (Back-Channel Logout, 2.4).</summary>
    public string LogoutToken(string clientId, string subject, string sid)
    {
        var claims = Common(clientId, LogoutLifetime);
        claims["sub"] = subject;
        claims["sid"] = sid;
        claims["jti"] = Guid.NewGuid().ToString("N");
        claims["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { [LogoutEvent] = new object() };
        return Jwt.Write(tenant.Rules.Tokens.LogoutToken(claims), LogoutType);
    }

    private Dictionary<string, object> Common(string audience, TimeSpan lifetime)
    {
        var now = tenant.Clock.GetUtcNow();
        var issued = tenant.Rules.Tokens.IssuedAt(now);
        return new SignedClaims(tenant.SigningKey)
        {
            ["iss"] = tenant.Issuer,
            ["aud"] = audience,
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
        };
    }
}
