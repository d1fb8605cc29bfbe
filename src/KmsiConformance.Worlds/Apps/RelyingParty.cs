using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Worlds.Apps;

/// <summary>
/// A web app on a site of its own that signs users in with the authorization code flow and PKCE, keeps a cookie
/// session of its own, and records what happens to it in the world's ledger.
/// </summary>
/// <param name="options">Its settings.</param>
/// <param name="ledger">Where it records.</param>
/// <param name="clock">The world's clock.</param>
public sealed class RelyingParty(AppOptions options, WorldLedger ledger, TimeProvider clock)
{
    private const string AttemptCookie = "attempt";
    private const string WelcomePath = "/welcome";
    private readonly ConcurrentDictionary<string, SignInAttempt> _attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _logoutStates = new(StringComparer.Ordinal);
    private readonly AppSessions _sessions = new(clock);
    private string _origin = "";
    private LoginEndpoint? _login;

    public string Name => options.Name;

    /// <summary>Name of the cookie that holds the app's own session.</summary>
    public string SessionCookie => $"{options.Name}-session";

    public string RedirectUri => _origin + AppOptions.CallbackPath;

    public string PostLogoutRedirectUri => _origin + AppOptions.SignedOutPath;

    /// <summary>The protected page; parameters are handed on to the authorize request.</summary>
    public string ProtectedPage(string? prompt, int? maxAge)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (prompt is not null) query["prompt"] = prompt;
        if (maxAge is not null) query["max_age"] = maxAge.Value.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(_origin + "/", query);
    }

    public string SignOutPage => _origin + AppOptions.SignOutPath;

    /// <summary>Tells the app where it lives and which login endpoint it trusts, once both are known.</summary>
    public void Connect(string origin, LoginEndpoint login)
    {
        _origin = origin;
        _login = login;
    }

    /// <summary>Maps the app's pages.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup("").RequireHost($"{options.Name}.localhost:*");
        site.MapGet("/", VisitAsync);
        site.MapGet(AppOptions.CallbackPath, (HttpContext context) => context.Request.Query.Count > 0
            ? AnswerAsync(context, name => context.Request.Query[name])
            : PageAsync(context, AppPages.FragmentRelay(AppOptions.CallbackPath)));
        site.MapPost(AppOptions.CallbackPath, async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            await AnswerAsync(context, name => form[name]);
        });
        site.MapGet(WelcomePath, context => PageAsync(context, AppPages.Page(Name, "Signed in", "You have just signed in.")));
        site.MapGet(AppOptions.SignOutPath, SignOutAsync);
        site.MapGet(AppOptions.SignedOutPath, ReturnAsync);
    }

    private async Task VisitAsync(HttpContext context)
    {
        var handle = context.Request.Cookies[SessionCookie];
        var session = _sessions.Find(handle);
        ledger.Append(new AppVisited(Name, session is not null));
        if (session is not null)
        {
            await PageAsync(context, AppPages.Page(Name, "Signed in", $"Welcome back, {session.Subject}."));
            return;
        }

        var attempt = SignInAttempt.New();
        _attempts[attempt.State] = attempt;

        // SameSite=None, because a form_post answer is a cross-site POST and must find it.
        context.Response.Cookies.Append(AttemptCookie, attempt.State, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = AppOptions.CallbackPath });
        var request = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = options.ClientId,
            ["redirect_uri"] = RedirectUri,
            ["response_type"] = "code",
            ["response_mode"] = options.ResponseMode,
            ["scope"] = "openid",
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var handedOn in new[] { "prompt", "max_age" })
        {
            if (context.Request.Query[handedOn].ToString() is { Length: > 0 } value) request[handedOn] = value;
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(await Login.MetadataAsync("authorization_endpoint"), request));
    }

    private async Task AnswerAsync(HttpContext context, Func<string, string?> parameter)
    {
        var state = parameter("state") ?? "";
        var known = _attempts.TryRemove(state, out var attempt) && context.Request.Cookies[AttemptCookie] == state;
        context.Response.Cookies.Delete(AttemptCookie, new CookieOptions { Secure = true, SameSite = SameSiteMode.None, Path = AppOptions.CallbackPath });

        if (parameter("error") is { Length: > 0 } error)
        {
            ledger.Append(new AppAnswered(Name, "error", error, FirstLine(parameter("error_description")), known));
            await PageAsync(context, AppPages.Page(Name, "Not signed in", $"The login endpoint answered {error}."));
            return;
        }

        ledger.Append(new AppAnswered(Name, "code", null, null, known));
        if (!known)
        {
            await PageAsync(context, AppPages.Page(Name, "Not signed in", "The answer does not belong to a request of this browser."));
            return;
        }

        try
        {
            await BeginSessionAsync(context, parameter("code") ?? "", attempt!);
            context.Response.Redirect(WelcomePath);
        }
        catch (Exception refused) when (refused is TokenRefusedException or InvalidDataException or FlurlHttpException or JsonException)
        {
            ledger.Append(new AppRejectedTokens(Name, Secrets.MaskTokens(refused.Message)));
            await PageAsync(context, AppPages.Page(Name, "Not signed in", "The tokens cannot be accepted."));
        }
    }

    private async Task BeginSessionAsync(HttpContext context, string code, SignInAttempt attempt)
    {
        var answer = await Login.ExchangeAsync(options.ClientId, code, RedirectUri, attempt.Verifier);
        if (!answer.TryGetProperty("id_token", out var token))
            throw new TokenRefusedException($"the token endpoint gave no id_token but {(answer.TryGetProperty("error", out var error) ? error.GetString() : "nothing usable")}");

        var idToken = token.GetString() ?? "";
        var claims = TokenValidator.Validate(
            idToken, await Login.KeysAsync(), await Login.MetadataAsync("issuer"), options.ClientId, attempt.Nonce, clock.GetUtcNow());
        var handle = _sessions.Begin(claims["sub"], idToken, options.Session);
        context.Response.Cookies.Append(SessionCookie, handle, new CookieOptions
        {
            HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = options.Persistent ? options.Session : null,
        });
        ledger.Append(new AppSessionStarted(Name, claims["sub"], Shown(claims)));
    }

    private async Task SignOutAsync(HttpContext context)
    {
        var ended = _sessions.End(context.Request.Cookies[SessionCookie]);
        context.Response.Cookies.Delete(SessionCookie, new CookieOptions { Secure = true, SameSite = SameSiteMode.Lax, Path = "/" });
        if (ended is not null) ledger.Append(new AppSessionEnded(Name, "sign-out"));

        var state = SignInAttempt.Random();
        _logoutStates[state] = true;
        var request = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["post_logout_redirect_uri"] = PostLogoutRedirectUri,
            ["client_id"] = options.ClientId,
            ["state"] = state,
        };
        if (ended is not null) request["id_token_hint"] = ended.IdToken;
        context.Response.Redirect(QueryHelpers.AddQueryString(await Login.MetadataAsync("end_session_endpoint"), request));
    }

    private async Task ReturnAsync(HttpContext context)
    {
        ledger.Append(new AppReturned(Name, _logoutStates.TryRemove(context.Request.Query["state"].ToString(), out _)));
        await PageAsync(context, AppPages.Page(Name, "Signed out", "See you soon."));
    }

    private LoginEndpoint Login => _login ?? throw new InvalidOperationException($"{Name} is not connected to a login endpoint.");

    private static async Task PageAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(html);
    }

    private static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> claims) =>
        claims.Where(claim => claim.Key is "sub" or "iss" or "aud" or "auth_time" or "iat" or "exp" or "kmsi" or "tfp" or "acr" or "name")
            .ToDictionary(claim => claim.Key, claim => claim.Value, StringComparer.Ordinal);

    private static string? FirstLine(string? text) => text?.Split(['\r', '\n'], 2)[0];
}
