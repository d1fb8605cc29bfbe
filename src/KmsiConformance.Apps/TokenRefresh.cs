using System.Globalization;
using System.Text.Json;
using KmsiConformance.Jose;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Apps;

/// <summary>
/// The refresh token that an app keeps, and its use from server to server; and the access token that came last.
/// </summary>
internal sealed class TokenRefresh(AppSite site)
{
    private (LoginEndpoint Login, string Token)? _kept;
    private (LoginEndpoint Login, string Token)? _former;

    /// <summary>The access token that came last, and from where; null for none.</summary>
    public (LoginEndpoint Login, string Token)? Access { get; private set; }

    /// <summary>Takes note of the tokens.</summary>
    /// <returns>Puts them back.</returns>
    public Action AsNow()
    {
        var now = (_kept, _former);
        return () => (_kept, _former) = now;
    }

    /// <summary>Keeps what a token answer has of an access token and a refresh token.</summary>
    public void Keep(LoginEndpoint login, JsonElement answer)
    {
        if (Text(answer, "access_token") is { } access) Access = (login, access);
        if (Text(answer, "refresh_token") is not { } token) return;

        // One of another sign-in is not replaced by this one: see Replace.
        _kept = (login, token);
        _former = null;
    }

    /// <summary>The token; null for none.</summary>
    public string? Kept
    {
        get => _kept?.Token;
        set => _kept = value is null ? null : (site.Surroundings.Login, value);
    }

    /// <summary>Uses it, and records what came of it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> UseAsync()
    {
        if (_kept is not { } kept) return false;
        var answer = (await kept.Login.RefreshAsync(site.Options, kept.Token)).Recorded(site).Body;
        site.Ledger.Append(await JudgedAsync(kept.Login, answer));
        Replace(kept.Login, answer);
        return true;
    }

    /// <summary>Tries it in a wrong way, and records what came of it.</summary>
    /// <returns>Whether there was such a token.</returns>
    public async Task<bool> MisuseAsync(RefreshMisuse misuse)
    {
        var made = (site.Surroundings.Login, SignInAttempt.Random());
        if ((misuse.IsMadeUp ? made : misuse.IsFormer ? _former : _kept) is not { } tried) return false;
        var scope = misuse.IsWider ? $"{site.Scope} {await UnaskedAsync(tried.Login)}" : null;
        var origin = site.IsSinglePage ? site.Surroundings.Origin : null;
        var answer = await tried.Login.RefreshAsync(
            misuse.By?.Options ?? site.Options, tried.Token, scope, TokenCall.Usual with { Origin = origin });
        site.Ledger.Append(new RefreshMisused(site.Name, misuse.With, answer.HasTokens, Text(answer.Body, "error"))
        {
            AskedScope = scope,
            GivenScope = Text(answer.Body, "scope"),
            IsReadByPages = origin is null ? null : answer.AllowedOrigin is "*" || answer.AllowedOrigin == origin,
        });

        // What its own app is given for it takes its place, as ever.
        if (misuse.IsWider && answer.HasTokens) Replace(tried.Login, answer.Body);
        return true;
    }

    /// <summary>A scope value that the app did not ask for: one that the login endpoint knows, if it says so of any.</summary>
    private static async Task<string> UnaskedAsync(LoginEndpoint login)
    {
        string[] usual = ["email", "profile", "phone", "address"];
        var known = (await login.AnnouncedAsync("scopes_supported") ?? "").Split(' ');
        return usual.FirstOrDefault(known.Contains) ?? usual[0];
    }

    /// <summary>What the use of a refresh token sends for an app that keeps no secret.</summary>
    public Dictionary<string, string> Form(string token) => new(StringComparer.Ordinal)
    {
        ["grant_type"] = "refresh_token",
        ["client_id"] = site.Options.ClientId,
        ["refresh_token"] = token,
    };

    /// <summary>Takes the token endpoint's answer to somebody else who used it, and records what came of it.</summary>
    /// <param name="answer">Empty where it could not be read.</param>
    /// <returns>The new id_token, empty where none came; null where the use was refused.</returns>
    public async Task<string?> TakeAsync(LoginEndpoint login, string answer)
    {
        if (Parsed(answer) is not { } read)
        {
            site.Ledger.Append(new AppRefreshed(site.Name, false, AnswerOutcomes.Unreadable, null, null));
            return null;
        }

        var judged = await JudgedAsync(login, read);
        site.Ledger.Append(judged);
        if (!judged.Accepted) return null;
        Replace(login, read);
        return Text(read, "id_token") ?? "";
    }

    // What a use brings takes the place of what was used, if it is another one.
    private void Replace(LoginEndpoint login, JsonElement answer)
    {
        var used = _kept;
        Keep(login, answer);
        if (used?.Token != _kept?.Token) _former = used;
    }

    private static JsonElement? Parsed(string answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer);
            return read.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<AppRefreshed> JudgedAsync(LoginEndpoint login, JsonElement answer)
    {
        if (Text(answer, "id_token") is not { } token)
            return new AppRefreshed(site.Name, Text(answer, "access_token") is not null, Text(answer, "error"), null, null);
        try
        {
            var claims = await TokenValidator.ValidateAsync(
                token, login.Keys, await login.MetadataAsync("issuer"), site.Options.ClientId, nonce: null, site.Clock.GetUtcNow(),
                site.Options.Leeway);
            return new AppRefreshed(
                site.Name, true, null, claims["sub"],
                long.TryParse(claims.GetValueOrDefault("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    ? seconds
                    : null)
            {
                Box = claims.GetValueOrDefault("kmsi"),
            };
        }
        catch (TokenRefusedException refused)
        {
            return new AppRefreshed(site.Name, false, Trouble.Said(refused), null, null);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
