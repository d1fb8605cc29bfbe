using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Http;

/// <summary>Redeems authorization codes.</summary>
internal static class TokenEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        AllowBrowserApps(exchange);
        var form = await exchange.ParametersAsync();
        var (clientId, secret) = Client(exchange, form);
        var (grant, trouble) = Redeem(exchange, form, clientId, secret);
        await (grant is null ? RefuseAsync(exchange, trouble!) : GrantAsync(exchange, grant));
    }

    private static (Grant? Grant, Trouble? Trouble) Redeem(Exchange exchange, Parameters form, string? clientId, string? secret)
    {
        if (!exchange.IsPost) return (null, new("AADB2C90226", "Tokens are given for POST only."));
        if (form["grant_type"] is not { } type) return (null, Trouble.Missing("grant_type"));
        if (type is not "authorization_code") return (null, new("AADB2C90086", $"The grant type '{type}' is not supported. Expected authorization_code.", "unsupported_grant_type"));
        if (clientId is null) return (null, Trouble.NoClient());
        if (exchange.Tenant.App(clientId) is not { } app) return (null, Trouble.UnknownClient(clientId) with { OAuthError = "invalid_client" });
        if (ClientTrouble(app, secret) is { } unauthenticated) return (null, unauthenticated);
        if (form["code"] is not { } code) return (null, Trouble.Missing("code"));
        if (exchange.Tenant.Codes.Redeem(code, exchange.Tenant.Conduct.SpendsCodes) is not { } grant)
            return (null, new("AADB2C90080", "The code is not known: it was used already, or its five minutes are over.", "invalid_grant"));
        return GrantTrouble(exchange, form, app, grant) is { } misused ? (null, misused) : (grant, null);
    }

    private static Trouble? ClientTrouble(AppRegistration app, string? secret) => (app.Secret, secret) switch
    {
        (null, null) => null,
        (null, _) => new("AADB2C90084", "A public client must not send a client_secret.", "invalid_client"),
        (_, null) => new("AADB2C90079", "This application must send its client_secret.", "invalid_client"),
        var (expected, given) => Same(expected, given) ? null : new("AADB2C90081", "The client_secret is not the application's.", "invalid_client"),
    };

    private static Trouble? GrantTrouble(Exchange exchange, Parameters form, AppRegistration app, Grant grant)
    {
        if (!string.Equals(grant.ClientId, app.ClientId, StringComparison.Ordinal))
            return new("AADB2C90088", "The code was given to another application.", "invalid_grant");
        if (!string.Equals(grant.PolicyId, exchange.Policy.PolicyId, StringComparison.Ordinal))
            return new("AADB2C90088", $"The code was given by the policy {grant.PolicyId}, not by {exchange.Policy.PolicyId}.", "invalid_grant");
        if (!string.Equals(grant.RedirectUri, form["redirect_uri"], StringComparison.Ordinal))
            return new("AADB2C90088", "The redirect_uri is not the one that the code was sent to.", "invalid_grant");

        return (grant.CodeChallenge, form["code_verifier"]) switch
        {
            (null, null) => null,
            (null, _) => new("AADB2C90183", "There is a code_verifier, but the sign-in request had no code_challenge.", "invalid_grant"),
            (_, null) => Trouble.Missing("code_verifier") with { OAuthError = "invalid_grant" },
            var (challenge, verifier) => Same(challenge, Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))))
                ? null
                : new("AADB2C90182", "The code_verifier does not belong to the code_challenge.", "invalid_grant"),
        };
    }

    private static Task GrantAsync(Exchange exchange, Grant grant)
    {
        var tokens = exchange.Tenant.Tokens;
        var seconds = (long)TokenIssuer.Lifetime.TotalSeconds;
        return exchange.JsonAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["token_type"] = "Bearer",
            ["access_token"] = tokens.AccessToken(grant.Authentication, grant.ClientId, grant.PolicyId, grant.Scope),
            ["id_token"] = tokens.IdToken(grant.Authentication, grant.ClientId, grant.PolicyId, grant.Nonce),
            ["not_before"] = exchange.Now.ToUnixTimeSeconds(),
            ["expires_in"] = seconds,
            ["expires_on"] = exchange.Now.ToUnixTimeSeconds() + seconds,
            ["id_token_expires_in"] = seconds,
            ["resource"] = grant.ClientId,
            ["scope"] = grant.Scope,
        });
    }

    private static Task RefuseAsync(Exchange exchange, Trouble refused)
    {
        var trouble = exchange.Tenant.Dialect.Say(refused);
        var status = trouble.OAuthError is "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        if (status == StatusCodes.Status401Unauthorized) exchange.Http.Response.Headers.WWWAuthenticate = "Basic realm=\"token\"";
        return exchange.JsonAsync(
            new { error = trouble.OAuthError, error_description = trouble.Describe(exchange.CorrelationId, exchange.Now) }, status);
    }

    private static (string? ClientId, string? Secret) Client(Exchange exchange, Parameters form)
    {
        const string Scheme = "Basic ";
        var header = exchange.Http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return (form["client_id"], form["client_secret"]);
        var decoded = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), decoded, out var length)) return (null, null);
        var parts = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : (null, null);
    }

    // Single-page applications redeem their code from the browser; they alone may read the answer there.
    private static void AllowBrowserApps(Exchange exchange)
    {
        var origin = exchange.Http.Request.Headers.Origin.ToString();
        if (origin.Length == 0) return;
        var known = exchange.Tenant.Apps.SelectMany(a => a.RedirectUris).Any(uri =>
            Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && string.Equals(parsed.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase));
        if (!known) return;
        exchange.Http.Response.Headers.AccessControlAllowOrigin = origin;
        exchange.Http.Response.Headers.Vary = "Origin";
    }

    private static bool Same(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
