using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.OpenIdConnect;

/// <summary>Redeems codes: an access token, and from an OpenID Connect provider an ID token as well.</summary>
internal static class TokenEndpoint
{
    private const int Seconds = 3600;

    public static async Task AnswerAsync(Provider provider, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (provider.Client(form["client_id"]) is not { } client || !Same(client.Secret, form["client_secret"].ToString()))
        {
            await RefuseAsync(context, "invalid_client", StatusCodes.Status401Unauthorized);
            return;
        }

        if (form["grant_type"] != "authorization_code"
            || provider.Codes.Take(form["code"].ToString()) is not { } grant
            || !Fits(grant.Request, client, form))
        {
            await RefuseAsync(context, "invalid_grant", StatusCodes.Status400BadRequest);
            return;
        }

        var answer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["token_type"] = "Bearer",
            ["access_token"] = provider.AccessTokens.Issue(grant.Session.User),
            ["expires_in"] = Seconds,
        };
        if (provider.Options.Protocol == ProviderProtocol.OpenIdConnect) answer["id_token"] = IdToken(provider, grant);
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(answer);
    }

    private static string IdToken(Provider provider, CodeGrant grant)
    {
        var now = provider.Clock.GetUtcNow().ToUnixTimeSeconds();
        var user = grant.Session.User;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = provider.Origin,
            ["sub"] = user.Subject,
            ["aud"] = grant.Request.Registered.ClientId,
            ["iat"] = now,
            ["exp"] = now + Seconds,
            ["auth_time"] = grant.Session.SignedInAt.ToUnixTimeSeconds(),
            ["name"] = user.DisplayName,
            ["email"] = user.Email,
        };
        var other = provider.Options.Misbehaves == ProviderMisbehaviour.AnswersAnotherRequest;
        if (grant.Request.Nonce is { } nonce) claims["nonce"] = other ? $"{nonce}-of-another-request" : nonce;
        return provider.SigningKey.ForTokens(provider.Options.Algorithm).Sign(claims);
    }

    private static bool Fits(CodeRequest request, ProviderClient client, IFormCollection form) =>
        request.Registered.ClientId == client.ClientId
        && request.RedirectUri == form["redirect_uri"]
        && (
            request.Challenge is null
                || Same(
                    request.Challenge,
                    System.Buffers.Text.Base64Url.EncodeToString(
                        SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))));

    private static Task RefuseAsync(HttpContext context, string error, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error });
    }

    private static bool Same(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}

/// <summary>Tells who the bearer of an access token is.</summary>
internal static class UserInfoEndpoint
{
    public static Task AnswerAsync(Provider provider, HttpContext context)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || provider.AccessTokens.Peek(header[Scheme.Length..]) is not { } user)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Task.CompletedTask;
        }

        // Plain OAuth 2.0 providers name their users as they please: id is what many use where OpenID Connect says sub.
        return context.Response.WriteAsJsonAsync(provider.Options.Protocol == ProviderProtocol.OpenIdConnect
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["sub"] = user.Subject,
                ["name"] = user.DisplayName,
                ["email"] = user.Email,
            }
            : new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = user.Subject,
                ["name"] = user.DisplayName,
                ["email"] = user.Email,
            });
    }
}
