using System.Globalization;

namespace KmsiConformance.Policies;

/// <summary>Who shares a session. Names as the XML writes them; the portal calls Suppressed "Disabled" (C-06).</summary>
public enum SsoScope
{
    /// <summary>All applications and policies of the tenant; the default (R-061).</summary>
    Tenant,

    /// <summary>All policies of one application (R-063).</summary>
    Application,

    /// <summary>All applications that use one policy (R-065).</summary>
    Policy,

    /// <summary>Nobody: every run asks for credentials (R-067).</summary>
    Suppressed,

    /// <summary>In the schema but in none of the documents; treated as <see cref="Tenant"/> (C-06).</summary>
    TrustFramework,
}

/// <summary>Whether use extends a session (R-022).</summary>
public enum ExpiryType
{
    /// <summary>Each silent sign-in extends the session by the full period; the default.</summary>
    Rolling,

    /// <summary>The session ends one period after sign-in, however often it is used.</summary>
    Absolute,
}

/// <summary>
/// The session settings of one policy: as written, null where the policy says nothing, and as in force.
/// </summary>
/// <param name="KeepAliveInDays">Whole days, as written; null when the attribute is absent, which means 0 (R-040).</param>
/// <param name="SessionExpiryType">Null when the element is absent, which means Rolling (R-022).</param>
/// <param name="SessionExpiryInSeconds">Seconds; null when the element is absent, which means 86400 (C-03).</param>
/// <param name="EnforceIdTokenHintOnLogout">Whether a sign-out request must carry a valid id_token_hint (R-114).</param>
public sealed record SessionSettings(
    SsoScope Scope = SsoScope.Tenant,
    int? KeepAliveInDays = null,
    ExpiryType? SessionExpiryType = null,
    int? SessionExpiryInSeconds = null,
    bool EnforceIdTokenHintOnLogout = false)
{
    /// <summary>The expiry in force when SessionExpiryInSeconds is absent: one day (C-03).</summary>
    public const int DefaultSessionExpiryInSeconds = 86_400;

    // The schema has no upper limit, calendars do: a hundred years.
    private const int LongestKeepAliveInDays = 36_500;

    /// <summary>
    /// How long a session that is not kept lasts at most, however much it is used; null for no limit. No element of a custom
    /// policy says it: it is for products without any.
    /// </summary>
    public TimeSpan? Maximum { get; init; }

    /// <summary>The same of a kept session.</summary>
    public TimeSpan? KeepAliveMaximum { get; init; }

    /// <summary>The expiry type in force.</summary>
    public ExpiryType Expiry => SessionExpiryType ?? ExpiryType.Rolling;

    /// <summary>
    /// How long a kept session lasts; null where nobody can be kept signed in: KeepAliveInDays is absent, 0 or less (R-039,
    /// R-040). Wherever a keep-alive is null, it says this.
    /// </summary>
    public TimeSpan? KeepAlive => KeepAliveInDays > 0 ? TimeSpan.FromDays(Math.Min(KeepAliveInDays.Value, LongestKeepAliveInDays)) : null;

    /// <summary>How long a session lasts that is not kept (R-020); never negative.</summary>
    public TimeSpan Session => TimeSpan.FromSeconds(Math.Max(0, SessionExpiryInSeconds ?? DefaultSessionExpiryInSeconds));

    /// <summary>In the users' own words, for example <c>KeepAliveInDays 7, SessionExpiryInSeconds 1200, Absolute, Tenant</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"KeepAliveInDays {KeepAliveInDays?.ToString() ?? "absent"}, "
        + $"SessionExpiryInSeconds {SessionExpiryInSeconds?.ToString() ?? "absent"}, "
        + $"{(SessionExpiryType is { } type ? type : "Rolling (SessionExpiryType absent)")}, "
        + $"{Scope}{(EnforceIdTokenHintOnLogout ? ", id_token_hint required at sign-out" : "")}"
        + $"{(Maximum is { } most ? $", at most {most.TotalSeconds} s" : "")}"
        + $"{(KeepAliveMaximum is { } longest ? $", kept at most {longest.TotalSeconds} s" : "")}");
}

/// <summary>Where each session setting is written; null for a setting that is absent.</summary>
public sealed record SettingPlaces
{
    public Located<SsoScope>? Scope { get; init; }

    public Located<int>? KeepAliveInDays { get; init; }

    public Located<ExpiryType>? SessionExpiryType { get; init; }

    public Located<int>? SessionExpiryInSeconds { get; init; }

    public Located<bool>? EnforceIdTokenHintOnLogout { get; init; }

    /// <summary>The settings that these values give.</summary>
    public SessionSettings InForce => new(
        Scope?.Value ?? SsoScope.Tenant,
        KeepAliveInDays?.Value,
        SessionExpiryType?.Value,
        SessionExpiryInSeconds?.Value,
        EnforceIdTokenHintOnLogout?.Value ?? false);
}
