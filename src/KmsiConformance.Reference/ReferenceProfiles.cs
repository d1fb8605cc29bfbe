using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The dated readings that the reference can follow. Each belongs to one product.</summary>
public static class ReferenceProfiles
{
    /// <summary>Azure AD with the question whether to stay signed in, as documented in June 2020.</summary>
    public const string AzureAdJune2020 = "aad-2020-06";

    /// <summary>A provider that follows the OpenID Connect specifications and nothing else.</summary>
    public const string OpenIdConnect = "oidc";

    /// <summary>All readings.</summary>
    public static IReadOnlyList<string> All { get; } = [.. B2cProfile.All, AzureAdJune2020, OpenIdConnect];

    /// <summary>
    /// The lifetimes of a product without policies, in the form that the shared parts take them: Azure AD's sessions last a
    /// day, and 90 days with yes, from the last use (token lifetimes, 2021-02); the provider's a day, and 30 days with the
    /// box ticked. Null for a product that has policies.
    /// </summary>
    public static SessionSettings? Lifetimes(string profile) => profile switch
    {
        AzureAdJune2020 => new(KeepAliveInDays: 90, SessionExpiryType: ExpiryType.Rolling, SessionExpiryInSeconds: SessionSettings.DefaultSessionExpiryInSeconds),
        OpenIdConnect => new(KeepAliveInDays: 30, SessionExpiryType: ExpiryType.Absolute, SessionExpiryInSeconds: SessionSettings.DefaultSessionExpiryInSeconds),
        _ => null,
    };

    /// <summary>How a policy is read under a profile; one that is none of B2C's reads it in the latest way.</summary>
    public static string Reading(string profile) => B2cProfile.All.Contains(profile, StringComparer.Ordinal) ? profile : B2cProfile.Default;

    /// <summary>Returns the profile when it is one of <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Known(string profile) => All.Contains(profile, StringComparer.Ordinal)
        ? profile
        : throw new ArgumentException($"There is no profile '{profile}'. Expected one of {string.Join(", ", All)}.", nameof(profile));
}
