using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>The session management that a technical profile takes part in.</summary>
/// <param name="Profile">The session profile it refers to; null when it refers to none, which means <c>Default</c>.</param>
/// <param name="Kind">The provider behind it: Noop, Default, ExternalLogin, OAuth, Saml; null when it cannot be told.</param>
public sealed record SessionProvider(string? Profile, string? Kind, Place? At)
{
    private const string Before = "Web.TPEngine.SSO.";
    private const string After = "SSOSessionProvider";

    /// <summary>The session management of a technical profile.</summary>
    public static SessionProvider Of(MergedPolicy policy, PolicyElement technicalProfile)
    {
        var reference = technicalProfile.Child("UseTechnicalProfileForSessionManagement");
        return reference?["ReferenceId"] is { } id
            ? new SessionProvider(id, policy.TechnicalProfile(id) is { } profile ? KindOf(profile) : null, reference.At)
            : new SessionProvider(null, "Default", null);
    }

    /// <summary>
    /// The claim types that a session remembers of a technical profile that refers to a DefaultSSOSessionProvider; null where
    /// it refers to no such provider.
    /// </summary>
    public static IReadOnlySet<string>? PersistedBy(MergedPolicy policy, PolicyElement technicalProfile) =>
        Of(policy, technicalProfile) is { Kind: "Default", Profile: { } id } && policy.TechnicalProfile(id) is { } profile
            ? profile.All("PersistedClaims", "PersistedClaim").Select(claim => claim["ClaimTypeReferenceId"]).OfType<string>()
                .ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>The provider that a session profile names; null when its handler is none of the service's.</summary>
    public static string? KindOf(PolicyElement sessionProfile)
    {
        var handler = sessionProfile.Child("Protocol")?["Handler"]?.Split(',')[0].Trim();
        return handler is not null
            && handler.StartsWith(Before, StringComparison.Ordinal)
            && handler.EndsWith(After, StringComparison.Ordinal)
            && handler.Length > Before.Length + After.Length
            ? handler[Before.Length..^After.Length]
            : null;
    }
}
