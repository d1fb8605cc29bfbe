using KmsiConformance.Policies;

namespace KmsiConformance.Targets;

/// <summary>What a custom policy makes of the sessions at a target.</summary>
public static class PolicySettings
{
    /// <summary>The settings in force by a dated reading.</summary>
    /// <param name="words">The settings as reports say them.</param>
    public static TargetPolicy Of(CustomPolicy policy, Readings reading, string words) => new(
        policy.Settings.Session,
        policy.Settings.KeepAlive,
        policy.Settings.Expiry,
        policy.Settings.Scope == SsoScope.TrustFramework ? SsoScope.Tenant : policy.Settings.Scope,
        policy.Settings.EnforceIdTokenHintOnLogout,
        policy.KmsiOffered(reading) && policy.Settings.KeepAlive is not null,
        words)
    {
        Maximum = policy.Settings.Maximum, KeepAliveMaximum = policy.Settings.KeepAliveMaximum,
    };
}
