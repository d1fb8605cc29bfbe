using System.Collections.Concurrent;
using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Worlds.Apps;

/// <summary>The protected page of an app and the authorization code flow behind it, with PKCE.</summary>
internal sealed class SignInPages(AppSite site)
{
    private const string AttemptCookie = "attempt";
    private readonly ConcurrentDictionary<string, SignInAttempt> _attempts = new(StringComparer.Ordinal);
    private (SignInAttempt Attempt, string Code)? _spent;

    /// <summary>Serves the protected page from the app's own session, or sends the browser to the login endpoint.</summary>
    public async Task VisitAsync(HttpContext context)
    {
        var session = site.Sessions.Find(site.Cookie.Presented(context));
        site.Ledger.Append(new AppVisited(site.Name, session is not null));
        if (session is not null)
        {
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Signed in", $"Welcome back, {session.Subject}."));
            return;
        }

        var visit = AppVisit.Of(context.Request.Query);
        var attempt = SignInAttempt.New(LoginFor(visit));
        _attempts[attempt.State] = attempt;

        // SameSite=None, because a form_post answer is a cross-site POST and must find it.
        context.Response.Cookies.Append(AttemptCookie, attempt.State, AttemptAttributes());
        var request = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = site.Options.ClientId,
            ["redirect_uri"] = site.RedirectUri,
            ["response_type"] = "code",
            ["response_mode"] = site.Options.ResponseMode,
            ["scope"] = "openid",
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in visit.Handed()) request[name] = value;
        context.Response.Redirect(QueryHelpers.AddQueryString(await attempt.Login.MetadataAsync("authorization_endpoint"), request));
    }

    /// <summary>Takes the login endpoint's answer: a code that becomes a session, or an error.</summary>
    /// <param name="parameter">Reads a parameter of the answer, from wherever it came.</param>
    public async Task AnswerAsync(HttpContext context, Func<string, string?> parameter)
    {
        var state = parameter("state") ?? "";
        var known = _attempts.TryRemove(state, out var attempt) && context.Request.Cookies[AttemptCookie] == state;
        context.Response.Cookies.Delete(AttemptCookie, AttemptAttributes());

        if (parameter("error") is { Length: > 0 } error)
        {
            site.Ledger.Append(new AppAnswered(site.Name, "error", error, FirstLine(parameter("error_description")), known));
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Not signed in", $"The login endpoint answered {error}."));
            return;
        }

        site.Ledger.Append(new AppAnswered(site.Name, "code", null, null, known));
        if (!known)
        {
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Not signed in", "The answer does not belong to a request of this browser."));
            return;
        }

        try
        {
            await BeginSessionAsync(context, parameter("code") ?? "", attempt!);
            context.Response.Redirect(AppOptions.WelcomePath);
        }
        catch (Exception refused) when (refused is TokenRefusedException or InvalidDataException or FlurlHttpException or JsonException)
        {
            site.Ledger.Append(new AppRejectedTokens(site.Name, Secrets.MaskTokens(refused.Message)));
            await AppSite.PageAsync(context, AppPages.Page(site.Name, "Not signed in", "The tokens cannot be accepted."));
        }
    }

    /// <summary>Tries to exchange the code of the last sign-in a second time.</summary>
    /// <returns>Whether there was one to try.</returns>
    public async Task<bool> ReplayCodeAsync()
    {
        if (_spent is not { } spent) return false;
        var answer = await spent.Attempt.Login.ExchangeAsync(site.Options.ClientId, spent.Code, site.RedirectUri, spent.Attempt.Verifier);
        site.Ledger.Append(new CodeReplayed(site.Name, answer.TryGetProperty("id_token", out _), Text(answer, "error")));
        return true;
    }

    private async Task BeginSessionAsync(HttpContext context, string code, SignInAttempt attempt)
    {
        _spent = (attempt, code);
        var answer = await attempt.Login.ExchangeAsync(site.Options.ClientId, code, site.RedirectUri, attempt.Verifier);
        var idToken = Text(answer, "id_token")
            ?? throw new TokenRefusedException($"the token endpoint gave no id_token but {Text(answer, "error") ?? "nothing usable"}");

        var claims = TokenValidator.Validate(
            idToken, await attempt.Login.KeysAsync(), await attempt.Login.MetadataAsync("issuer"), site.Options.ClientId, attempt.Nonce, site.Clock.GetUtcNow());
        var handle = site.Sessions.Begin(new AppSession(claims["sub"], idToken, attempt.Login, site.Clock.GetUtcNow() + site.Options.Session));
        site.LastIdToken = idToken;
        site.Cookie.Set(context, handle);
        site.Ledger.Append(new AppSessionStarted(site.Name, claims["sub"], Shown(claims)));
    }

    private LoginEndpoint LoginFor(AppVisit visit) =>
        visit.Policy is { } named && site.Surroundings.ByPolicy.TryGetValue(named, out var login) ? login
        : visit.OtherPolicy ? site.Surroundings.OtherLogin
        : site.Surroundings.Login;

    private static CookieOptions AttemptAttributes() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = AppOptions.CallbackPath };

    private static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> claims) =>
        claims.Where(claim => claim.Key is "sub" or "iss" or "aud" or "auth_time" or "iat" or "exp" or "kmsi" or "tfp" or "idp" or "acr" or "name")
            .ToDictionary(claim => claim.Key, claim => claim.Value, StringComparer.Ordinal);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? FirstLine(string? text) => text?.Split(['\r', '\n'], 2)[0];
}
