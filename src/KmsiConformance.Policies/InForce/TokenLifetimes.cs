using System.Globalization;

namespace KmsiConformance.Policies.InForce;

/// <summary>How long the tokens of a policy last; what its token issuer does not say has the service's own defaults.</summary>
/// <param name="Refresh">A refresh token that is not used ends after this time.</param>
/// <param name="RefreshRolling">However often it is used, refreshing ends this long after the sign-in; null for never.</param>
public sealed record TokenLifetimes(TimeSpan Access, TimeSpan Id, TimeSpan Refresh, TimeSpan? RefreshRolling)
{
    /// <summary>One hour, one hour, 14 days, 90 days.</summary>
    public static readonly TokenLifetimes Default = new(
        TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromDays(14), TimeSpan.FromDays(90));

    /// <summary>The lifetimes that a policy's issuer of JSON Web Tokens declares.</summary>
    public static TokenLifetimes Of(CustomPolicy policy)
    {
        if (TokenIssuer.Of(policy.Merged).FirstOrDefault(issuer => issuer.IsJwt) is not { } issuer) return Default;
        var metadata = policy.Metadata(issuer.Id);
        var endless = metadata.TryGetValue("allow_infinite_rolling_refresh_token", out var allow)
            && string.Equals(allow.Value, "true", StringComparison.OrdinalIgnoreCase);
        return new TokenLifetimes(
            Seconds("token_lifetime_secs") ?? Default.Access,
            Seconds("id_token_lifetime_secs") ?? Default.Id,
            Seconds("refresh_token_lifetime_secs") ?? Default.Refresh,
            endless ? null : Seconds("rolling_refresh_token_lifetime_secs") ?? Default.RefreshRolling);

        TimeSpan? Seconds(string key) =>
            metadata.TryGetValue(key, out var item)
                && int.TryParse(item.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds > 0
                ? TimeSpan.FromSeconds(seconds)
                : null;
    }
}
