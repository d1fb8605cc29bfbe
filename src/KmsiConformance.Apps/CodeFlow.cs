using System.Collections.Concurrent;
using System.Text.Json;
using Flurl.Http;
using KmsiConformance.Jose;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>
/// The authorization code flow with PKCE, as every kind of app goes through it: how the request is made, what an answer is
/// worth, and what becomes of the code.
/// </summary>
internal sealed class CodeFlow(AppSite site)
{
    private readonly ConcurrentDictionary<string, SignInAttempt> _attempts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LoginEndpoint, byte> _keysSeen = new();
    private (SignInAttempt Attempt, string Code)? _spent;
    private (CodeMisuse Misuse, SignInAttempt Attempt, string Code)? _later;

    /// <summary>A wrong way in which the next code is tried first; null for none.</summary>
    public CodeMisuse? NextMisuse { get; set; }

    /// <summary>Whether the app shows who it is by HTTP Basic when it exchanges the next code: see <see cref="BasicExchange"/>.</summary>
    public bool NextByBasic { get; set; }

    /// <summary>The app's refresh token.</summary>
    public TokenRefresh Refresh { get; } = new(site);

    /// <summary>Begins an attempt; the address is where the browser is to be sent.</summary>
    /// <param name="redirectUri">Where the answer is to go.</param>
    public async Task<(SignInAttempt Attempt, string Address)> BeginAsync(AppVisit visit, string redirectUri)
    {
        var (attempt, endpoint, request) = await RequestAsync(visit, redirectUri);
        return (attempt, QueryHelpers.AddQueryString(endpoint, request));
    }

    /// <summary>Begins an attempt; the request is what the browser is to bring to the endpoint.</summary>
    /// <param name="redirectUri">Where the answer is to go.</param>
    public async Task<(SignInAttempt Attempt, string Endpoint, Dictionary<string, string?> Request)> RequestAsync(
        AppVisit visit, string redirectUri)
    {
        var attempt = SignInAttempt.New(LoginFor(visit)) with { RedirectUri = redirectUri };
        _attempts[attempt.State] = attempt;
        var request = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = site.Options.ClientId,
            ["redirect_uri"] = redirectUri,
            ["response_type"] = "code",
            ["response_mode"] = site.Options.ResponseMode,
            ["scope"] = site.Scope,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in visit.Handed()) request[name] = value;
        if (visit.SendsHint && site.LastIdToken is { } hint) request["id_token_hint"] = hint;
        return (attempt, await attempt.Login.MetadataAsync("authorization_endpoint"), request);
    }

    /// <summary>
    /// The attempt that an answer belongs to; null for a state that was not sent, was used before, or is another
    /// browser's.
    /// </summary>
    /// <param name="isThisBrowsers">Whether the browser that brings the state is the one that was sent with it.</param>
    public SignInAttempt? Take(string state, Func<string, bool> isThisBrowsers) =>
        _attempts.TryRemove(state, out var attempt) && isThisBrowsers(state) ? attempt : null;

    /// <summary>Records an answer; what the user is to be told when it brings no code to use.</summary>
    /// <param name="attempt">What it belongs to; null for nothing.</param>
    public string? Refusal(SignInAttempt? attempt, Func<string, string?> parameter)
    {
        if (parameter("session_state") is { Length: > 0 } sessionState)
            site.Ledger.Append(new SessionStateReceived(site.Name, Secrets.Fingerprint(sessionState),
                sessionState.Contains(' ', StringComparison.Ordinal)));
        if (parameter("error") is { Length: > 0 } error)
        {
            site.Ledger.Append(new AppAnswered(site.Name, AnswerOutcomes.Error, error,
                Description(parameter("error_description"), attempt), attempt is not null));
            return $"The login endpoint answered {error}.";
        }

        site.Ledger.Append(new AppAnswered(site.Name, AnswerOutcomes.Code, null, null, attempt is not null));
        return attempt is null ? "The answer does not belong to a request of this browser." : null;
    }

    /// <summary>Exchanges a code for tokens; null when they had to be refused, which is recorded.</summary>
    public async Task<AppSession?> RedeemAsync(SignInAttempt attempt, string code)
    {
        _spent = (attempt, code);
        if (NextMisuse is { } misuse)
        {
            NextMisuse = null;
            if (misuse.IsLate)
            {
                _later = (misuse, attempt, code);
                return null;
            }

            await misuse.TryAsync(site, attempt, code);
        }

        if (NextByBasic)
        {
            NextByBasic = false;
            return await TryAsync(async () => await AcceptedAsync(
                attempt, (await BasicExchange.TryAsync(site, attempt, code)).Recorded(site).Body));
        }

        return await TryAsync(async () => await AcceptedAsync(
            attempt, (await attempt.Login.ExchangeAsync(site.Options, code, attempt.RedirectUri, attempt.Verifier)).Recorded(site).Body));
    }

    /// <summary>Exchanges the code that was kept for later.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> ExchangeLateAsync()
    {
        if (_later is not { } later) return false;
        _later = null;
        await later.Misuse.TryAsync(site, later.Attempt, later.Code);
        return true;
    }

    /// <summary>Takes the token endpoint's answer to somebody else who exchanged the code; null when it had to be refused.</summary>
    public Task<AppSession?> AcceptAsync(SignInAttempt attempt, string code, string answer)
    {
        _spent = (attempt, code);
        return TryAsync(async () =>
        {
            using var read = JsonDocument.Parse(answer);
            return await AcceptedAsync(attempt, read.RootElement.Clone());
        });
    }

    /// <summary>What the exchange of a code sends.</summary>
    public Dictionary<string, string> ExchangeForm(SignInAttempt attempt, string code) => new(StringComparer.Ordinal)
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = site.Options.ClientId,
        ["code"] = code,
        ["redirect_uri"] = attempt.RedirectUri,
        ["code_verifier"] = attempt.Verifier,
    };

    /// <summary>Asks the userinfo endpoint who the user is, and records what came of it.</summary>
    /// <param name="with">Which token is shown: <c>access-token</c> or <c>id-token</c>.</param>
    /// <returns>Why nobody was asked; null where somebody was.</returns>
    public async Task<string?> AskUserInfoAsync(string with)
    {
        if (Refresh.Access is not { } access) return $"{site.Name} has no access token";
        var token = with == "id-token" ? site.LastIdToken : access.Token;
        if (token is null) return $"{site.Name} has no {with}";
        if (await access.Login.UserInfoAsync(site.Name, with, token) is not { } answered)
            return "the login endpoint's discovery document names no userinfo_endpoint";
        site.Ledger.Append(answered);
        return null;
    }

    /// <summary>Tries to exchange the code of the last sign-in a second time.</summary>
    /// <returns>Whether there was one to try.</returns>
    public async Task<bool> ReplayCodeAsync()
    {
        if (_spent is not { } spent) return false;
        var answer = await spent.Attempt.Login.ExchangeAsync(site.Options, spent.Code, spent.Attempt.RedirectUri, spent.Attempt.Verifier);
        site.Ledger.Append(new CodeReplayed(site.Name, answer.Body.TryGetProperty("id_token", out _), Text(answer.Body, "error")));
        return true;
    }

    /// <summary>Records that a session of the app's own begins.</summary>
    public void Began(AppSession session)
    {
        site.LastIdToken = session.IdToken;
        site.Ledger.Append(new AppSessionStarted(site.Name, session.Subject, session.Claims));
    }

    private LoginEndpoint LoginFor(AppVisit visit) =>
        visit.Policy is { } named && site.Surroundings.ByPolicy.TryGetValue(named, out var login) ? login
        : visit.OtherPolicy ? site.Surroundings.OtherLogin
        : site.Surroundings.Login;

    private async Task<AppSession?> TryAsync(Func<Task<AppSession>> redeem)
    {
        try
        {
            return await redeem();
        }
        catch (FlurlHttpException lost) when (lost.StatusCode is null && lost is not FlurlParsingException)
        {
            // Nobody knows what became of it, and why: neither the tokens nor the endpoint were judged.
            site.Ledger.Append(new HarnessFault(LoginEndpoint.Lost(site.Name, lost)));
            return null;
        }
        catch (Exception refused) when (refused is TokenRefusedException or InvalidDataException or FlurlHttpException or JsonException)
        {
            site.Ledger.Append(new AppRejectedTokens(site.Name, Trouble.Said(refused)));
            return null;
        }
    }

    private async Task<AppSession> AcceptedAsync(SignInAttempt attempt, JsonElement answer)
    {
        var idToken = Text(answer, "id_token")
            ?? throw new TokenRefusedException($"the token endpoint gave no id_token but {Text(answer, "error") ?? "nothing usable"}");
        if (_keysSeen.TryAdd(attempt.Login, 0)) await SeeKeysAsync(attempt.Login);
        var now = site.Clock.GetUtcNow();
        var claims = await TokenValidator.ValidateAsync(
            idToken, attempt.Login.Keys, await attempt.Login.MetadataAsync("issuer"), site.Options.ClientId, attempt.Nonce, now,
            site.Options.Leeway);
        Refresh.Keep(attempt.Login, answer);
        return new AppSession(
            claims["sub"], idToken, attempt.Login, now +
                site.Options.Session) { Claims = Shown(claims), Sid = claims.GetValueOrDefault("sid") };
    }

    // How they are written is seen even where no token can be verified by them.
    private async Task SeeKeysAsync(LoginEndpoint login)
    {
        await login.Keys.KnownAsync();
        site.Ledger.Append(new KeysRead(site.Name, login.Keys.Misspelt));
    }

    // What else a token says of somebody nobody needs to read, but whether it is the same as before has to be seen. That goes for the
    // name of a session too. Each token has other values of the rest.
    private static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> claims) =>
        claims.Where(claim => claim.Key is not ("nonce" or "at_hash" or "c_hash" or "jti" or "nbf"))
            .ToDictionary(claim => claim.Key, claim => IsPlain(claim.Key) ? claim.Value : Secrets.Fingerprint(claim.Value),
                StringComparer.Ordinal);

    private static bool IsPlain(string claim) =>
        claim is "sub" or "iss" or "aud" or "auth_time" or "iat" or "exp" or "kmsi" or "tfp" or "idp" or "acr" or "amr" or "name";

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    // It may repeat what the app was given or made up: that is not told, whatever it looks like.
    private string? Description(string? said, SignInAttempt? attempt)
    {
        string?[] own = [attempt?.State, attempt?.Nonce, attempt?.Verifier, _spent?.Code, _spent?.Attempt.Verifier, Refresh.Kept];
        return own.OfType<string>().Where(value => value.Length > 3).Aggregate(
            said?.Split(['\r', '\n'], 2)[0], (text, value) => text?.Replace(value, "***", StringComparison.Ordinal));
    }
}
