using System.Globalization;
using System.Text.Json;
using KmsiConformance.Jose;
using KmsiConformance.Ledger;

namespace KmsiConformance.Apps;

/// <summary>The refresh token that an app keeps, and its use from server to server.</summary>
internal sealed class TokenRefresh(AppSite site)
{
    private (LoginEndpoint Login, string Token)? _kept;

    /// <summary>Keeps the refresh token of a token answer, if it has one.</summary>
    public void Keep(LoginEndpoint login, JsonElement answer)
    {
        if (Text(answer, "refresh_token") is { } token) _kept = (login, token);
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
        var answer = await kept.Login.RefreshAsync(site.Options, kept.Token);
        site.Ledger.Append(await JudgedAsync(kept.Login, answer));
        Keep(kept.Login, answer);
        return true;
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
                    : null);
        }
        catch (TokenRefusedException refused)
        {
            return new AppRefreshed(site.Name, false, Secrets.MaskTokens(refused.Message), null, null);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
