using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>Redeems authorization codes and refresh tokens.</summary>
internal static class TokenEndpoint
{
    private const string RefreshType = "refresh_token";
    private const string Scheme = "Basic ";

    public static async Task AnswerAsync(Exchange exchange)
    {
        var rules = exchange.Tenant.Rules.TokenEndpoint;
        var form = rules.ReadsBodiesAlone(exchange.IsPost) || exchange.Query()["grant_type"] is null
            ? await exchange.PostedAsync()
            : exchange.Query();
        var (clientId, secret) = Client(exchange, form);
        var (app, trouble) = Judge(exchange, form, clientId, secret);
        if (app is null)
        {
            await RefuseAsync(exchange, trouble!);
        }
        else if (form["grant_type"] is RefreshType)
        {
            var (before, refused) = RefreshTokens.Take(exchange, form, app);
            await (before is null ? RefuseAsync(exchange, refused!) : RefreshAsync(exchange, before));
        }
        else
        {
            var (grant, refused) = Redeem(exchange, form, app);
            await (grant is null ? RefuseAsync(exchange, refused!) : GrantAsync(exchange, grant));
        }
    }

    // Who asks, and for what kind of thing.
    private static (AppRegistration? App, Trouble? Trouble) Judge(Exchange exchange, Parameters form, string? clientId, string? secret)
    {
        if (!exchange.IsPost && exchange.Tenant.Rules.TokenEndpoint.ReadsBodiesAlone(isPost: false))
            return (null, new("AADB2C90226", "Tokens are given for POST only."));
        if (form["grant_type"] is not { } type) return (null, Trouble.Missing("grant_type"));
        if (type is not ("authorization_code" or RefreshType))
            return (
                null,
                new(
                    "AADB2C90086", $"The grant type '{type}' is not supported. Expected authorization_code or {RefreshType}.",
                    "unsupported_grant_type"));
        if (clientId is null) return (null, Trouble.NoClient());
        if (IsByBasic(exchange) && form["client_id"] is not null && !exchange.Tenant.Rules.TokenEndpoint.TakesClientIdBesideBasic)
            return (null, Trouble.NoClient() with { OAuthError = "invalid_client" });
        if (exchange.Tenant.App(clientId) is not { } app)
            return (null, Trouble.UnknownClient(clientId) with { OAuthError = "invalid_client" });
        return ClientTrouble(exchange, app, secret) is { } unauthenticated ? (null, unauthenticated) : (app, null);
    }

    private static (Grant? Grant, Trouble? Trouble) Redeem(Exchange exchange, Parameters form, AppRegistration app)
    {
        if (form["code"] is not { } code) return (null, Trouble.Missing("code"));
        if (exchange.Tenant.Codes.Redeem(code, exchange.Tenant.Rules.TokenEndpoint.SpendsCodes) is not { } grant)
            return (null, new("AADB2C90080", "The code is not known: it was used already, or its five minutes are over.", "invalid_grant"));
        return GrantTrouble(exchange, form, app, grant) is { } misused ? (null, misused) : (grant, null);
    }

    private static Trouble? ClientTrouble(Exchange exchange, AppRegistration app, string? secret) => (app.Secret, secret) switch
    {
        (null, null) => null,
        (not null, _) when !exchange.Tenant.Rules.TokenEndpoint.AuthenticatesClients(secret is not null) => null,
        (null, _) => new("AADB2C90084", "A public client must not send a client_secret.", "invalid_client"),
        (_, null) => new("AADB2C90079", "This application must send its client_secret.", "invalid_client"),
        var (expected, given) =>
            Same(expected, given) ? null : new("AADB2C90081", "The client_secret is not the application's.", "invalid_client"),
    };

    private static Trouble? GrantTrouble(Exchange exchange, Parameters form, AppRegistration app, Grant grant)
    {
        var rules = exchange.Tenant.Rules;
        if (rules.TokenEndpoint.BindsCodesToClients && !string.Equals(grant.ClientId, app.ClientId, StringComparison.Ordinal))
            return new("AADB2C90088", "The code was given to another application.", "invalid_grant");
        if (rules.TokenEndpoint.BindsCodesToPolicies && !string.Equals(grant.PolicyId, exchange.Policy.PolicyId, StringComparison.Ordinal))
            return new(
                "AADB2C90088", $"The code was given by the policy {grant.PolicyId}, not by {exchange.Policy.PolicyId}.", "invalid_grant");
        if (rules.TokenEndpoint.BindsCodesToAddresses && (form["redirect_uri"] is not null || rules.TokenEndpoint.DemandsAddresses)
            && !string.Equals(grant.RedirectUri, form["redirect_uri"], StringComparison.Ordinal))
            return new("AADB2C90088", "The redirect_uri is not the one that the code was sent to.", "invalid_grant");
        var verifier = form["code_verifier"];
        return !rules.TokenEndpoint.DemandsVerifiers
            || (rules.TokenEndpoint.ComparesVerifiersPlainly && string.Equals(grant.CodeChallenge, verifier, StringComparison.Ordinal))
            || (rules.TokenEndpoint.SecretsReplaceVerifiers && app.Secret is not null && verifier is null)
            ? null
            : VerifierTrouble(grant.CodeChallenge, verifier);
    }

    private static Trouble? VerifierTrouble(string? challenge, string? verifier) => (challenge, verifier) switch
    {
        (null, null) => null,
        (null, _) => new("AADB2C90183", "There is a code_verifier, but the sign-in request had no code_challenge.", "invalid_grant"),
        (_, null) => Trouble.Missing("code_verifier") with { OAuthError = "invalid_grant" },
        _ => Same(challenge, Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))))
            ? null
            : new("AADB2C90182", "The code_verifier does not belong to the code_challenge.", "invalid_grant"),
    };

    private static Task GrantAsync(Exchange exchange, Grant grant) => AnswerAsync(
        exchange, grant.ClientId, grant.Scope, grant.Authentication,
        exchange.Tenant.Tokens.IdToken(grant.Authentication, grant.ClientId, grant.PolicyId, grant.Nonce), RefreshTokens
            .For(exchange, grant));

    // A refreshed id_token says when credentials were given, as the first one did; the nonce belonged to that one (N-07; Core, 12.2).
    private static Task RefreshAsync(Exchange exchange, RefreshGrant grant)
    {
        var user = grant.Authentication.User;
        var refreshed = grant.Authentication with
        {
            User = user with { ObjectId = exchange.Tenant.Rules.Tokens.SubjectOfRefresh(user.ObjectId, user.UserName) },
        };
        var idToken = exchange.Tenant.Tokens.IdToken(refreshed, grant.ClientId, grant.PolicyId, nonce: null);
        return AnswerAsync(exchange, grant.ClientId, grant.Scope, refreshed, idToken, RefreshTokens.Next(exchange, grant));
    }

    private static Task AnswerAsync(
        Exchange exchange, string clientId, string scope, Authentication authentication, string idToken,
        (string Token, TimeSpan Life)? refresh)
    {
        var lifetimes = exchange.Policy.Lifetimes;
        var answer = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["token_type"] = "Bearer",
            ["access_token"] = exchange.Tenant.Tokens.AccessToken(authentication, clientId, exchange.Policy.PolicyId, scope),
            ["id_token"] = idToken,
            ["not_before"] = exchange.Now.ToUnixTimeSeconds(),
            ["expires_in"] = (long)lifetimes.Access.TotalSeconds,
            ["expires_on"] = (exchange.Now + lifetimes.Access).ToUnixTimeSeconds(),
            ["id_token_expires_in"] = (long)lifetimes.Id.TotalSeconds,
            ["resource"] = clientId,
            ["scope"] = scope,
        };
        if (refresh is { } given)
        {
            answer["refresh_token"] = given.Token;
            answer["refresh_token_expires_in"] = (long)given.Life.TotalSeconds;
        }

        AllowBrowserApps(exchange, isError: false);
        if (!exchange.Tenant.Rules.Storage.KeepsTokensFromStores) exchange.MayBeStored();
        return exchange.JsonAsync(answer);
    }

    private static Task RefuseAsync(Exchange exchange, Trouble refused)
    {
        AllowBrowserApps(exchange, isError: true);
        var trouble = exchange.Tenant.Dialect.Say(refused);
        var status = trouble.OAuthError is "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        if (status == StatusCodes.Status401Unauthorized) exchange.Http.Response.Headers.WWWAuthenticate = "Basic realm=\"token\"";
        return exchange.JsonAsync(
            new { error = trouble.OAuthError, error_description = trouble.Describe(exchange.CorrelationId, exchange.Now) }, status);
    }

    private static bool IsByBasic(Exchange exchange) => Authorization(exchange).StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    private static string Authorization(Exchange exchange) => exchange.Http.Request.Headers.Authorization.ToString();

    private static (string? ClientId, string? Secret) Client(Exchange exchange, Parameters form)
    {
        var header = Authorization(exchange);
        if (!IsByBasic(exchange)) return (form["client_id"], form["client_secret"]);
        var decoded = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), decoded, out var length)) return (null, null);
        var parts = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : (null, null);
    }

    // Single-page applications redeem their code from the browser; they alone may read the answer there.
    private static void AllowBrowserApps(Exchange exchange, bool isError)
    {
        if (!exchange.Tenant.Rules.TokenEndpoint.LetsPagesRead(isError)) return;
        var origin = exchange.Http.Request.Headers.Origin.ToString();
        if (origin.Length == 0) return;
        var known = exchange.Tenant.Apps.SelectMany(a => a.RedirectUris).Any(uri =>
            Uri.TryCreate(uri, UriKind.Absolute, out var parsed)
                && string.Equals(parsed.GetLeftPart(UriPartial.Authority), origin, StringComparison.OrdinalIgnoreCase));
        if (!known) return;
        exchange.Http.Response.Headers.AccessControlAllowOrigin = origin;
        exchange.Http.Response.Headers.Vary = "Origin";
    }

    private static bool Same(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
