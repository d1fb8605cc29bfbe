using System.Globalization;
using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Apps;

/// <summary>What the token endpoint answered: tokens, or an OAuth error.</summary>
/// <param name="CacheControl">Its <c>Cache-Control</c>; null where it has none.</param>
public sealed record TokenAnswer(JsonElement Body, string? CacheControl)
{
    /// <summary>Its status code.</summary>
    public int Status { get; init; }

    /// <summary>Its <c>Access-Control-Allow-Origin</c>: whose pages may read it; null where it has none.</summary>
    public string? AllowedOrigin { get; init; }

    /// <summary>Whether there are tokens in it.</summary>
    public bool HasTokens => Body.TryGetProperty("id_token", out _) || Body.TryGetProperty("access_token", out _);

    /// <summary>Never shows the tokens.</summary>
    public override string ToString() => HasTokens ? "tokens" : "no tokens";

    /// <summary>Records that tokens came, where they did.</summary>
    internal TokenAnswer Recorded(AppSite site)
    {
        if (HasTokens)
            site.Ledger.Append(new TokensReceived(site.Name, CacheControl)
            {
                ExpiresIn = ExpiresIn, HasRefreshToken = Body.TryGetProperty("refresh_token", out _),
            });
        return this;
    }

    // A number, which some write as a text.
    private double? ExpiresIn => Body.TryGetProperty("expires_in", out var said)
        && double.TryParse(said.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? seconds
        : null;
}
