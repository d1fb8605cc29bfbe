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

    /// <summary>Returns the profile when it is one of <see cref="All"/>.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static string Known(string profile) => All.Contains(profile, StringComparer.Ordinal)
        ? profile
        : throw new ArgumentException($"There is no profile '{profile}'. Expected one of {string.Join(", ", All)}.", nameof(profile));
}
