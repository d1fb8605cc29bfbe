using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A step in which the user proves more than a password.</summary>
/// <param name="Id">The technical profile.</param>
/// <param name="IsRemembered">
/// Whether the session remembers that it was passed: not where the profile takes part in no session management, which
/// the handler NoopSSOSessionProvider says.
/// </param>
public sealed record SecondFactor(string Id, bool IsRemembered, Place At)
{
    // The telephone of the first years, and the authenticator app of the later ones.
    private static readonly string[] Handlers =
        ["Web.TPEngine.Providers.PhoneFactorProtocolProvider", "Web.TPEngine.Providers.AzureMfaProtocolProvider"];

    /// <summary>The first such step of a policy's journey; null when the journey has none.</summary>
    public static SecondFactor? Of(MergedPolicy policy) =>
        JourneySteps.Of(policy).SelectMany(step => step.TechnicalProfiles.Values.Order(StringComparer.Ordinal))
            .Select(policy.TechnicalProfile)
            .OfType<PolicyElement>()
            .Where(Is)
            .Select(profile => new SecondFactor(profile["Id"]!, SessionProvider.Of(policy, profile).Kind != "Noop", profile.At))
            .FirstOrDefault();

    private static bool Is(PolicyElement profile) =>
        profile.Child("Protocol")?["Handler"]?.Split(',')[0].Trim() is { } handler && Handlers.Contains(handler, StringComparer.Ordinal);
}
