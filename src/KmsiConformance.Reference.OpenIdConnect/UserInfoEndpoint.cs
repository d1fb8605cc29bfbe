using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>Tells the holder of an access token who the user is (Core, 5.3).</summary>
internal static class UserInfoEndpoint
{
    /// <summary>The <c>aud</c> of access tokens that are good here; an id_token has another.</summary>
    public static string Audience(Tenant tenant) => $"{tenant.Origin}/userinfo";

    public static Task AnswerAsync(Exchange exchange)
    {
        var rules = exchange.Tenant.Rules;
        const string Scheme = "Bearer ";
        var header = exchange.Http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : "";
        if (Jwt.Verify(token) is not { } claims
            || !claims.TryGetProperty("aud", out var audience)
            || (rules.TokenEndpoint.UserInfoChecksAudiences && !audience.ValueEquals(Audience(exchange.Tenant)))
            || !claims.TryGetProperty("exp", out var until) || until.GetInt64() <= exchange.Now.ToUnixTimeSeconds()
            || exchange.Tenant.UserWithId(claims.GetProperty("sub").GetString() ?? "") is not { } user)
        {
            exchange.Http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return exchange.JsonAsync(new { error = "invalid_token" }, StatusCodes.Status401Unauthorized);
        }

        return exchange.JsonAsync(
            new
            {
                sub = rules.Tokens.SubjectAtUserInfo(user.ObjectId, user.UserName),
                name = user.DisplayName,
                given_name = user.GivenName,
                family_name = user.Surname,
                email = user.Email,
            });
    }
}
