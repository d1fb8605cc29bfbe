using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies.InForce;

/// <summary>A technical profile with the session management it takes part in.</summary>
public sealed record ProfileSession(string Id, string? Protocol, SessionProvider Session, Place At);

/// <summary>What is in force for one relying-party policy, each part with the place it comes from.</summary>
/// <param name="Places">Where each session setting is written; null for one that is not, and so has its default.</param>
/// <param name="Unread">Values that are not of their type and count as absent.</param>
public sealed record PolicyInForce(
    string PolicyId,
    string TenantId,
    string File,
    IReadOnlyList<string> Chain,
    bool IsComplete,
    SessionSettings Settings,
    SettingPlaces Places,
    KmsiOffer Offer,
    Located<string>? Journey,
    IReadOnlyList<JourneyStep> Steps,
    IReadOnlyList<IdentityProvider> Providers,
    IReadOnlyList<TokenIssuer> Issuers,
    IReadOnlyList<ProfileSession> Sessions,
    IReadOnlyList<PolicyException> Unread)
{
    /// <summary>Whether users can really be kept signed in: the box is shown and the days are more than 0 .</summary>
    public bool KmsiInEffect => Offer.Offered && Settings.KeepAlive is not null;

    /// <summary>Reads what is in force under a dated reading.</summary>
    public static PolicyInForce Of(MergedPolicy policy, Readings readings)
    {
        var unread = new List<PolicyException>();
        var places = SettingsReader.Read(policy.Behaviors, unread.Add);
        return new PolicyInForce(
            policy.File.PolicyId,
            policy.File.TenantId,
            policy.File.File,
            [.. policy.Chain.Select(f => f.PolicyId)],
            policy.IsComplete,
            places.InForce,
            places,
            KmsiOffer.Judge(policy, readings),
            policy.DefaultJourney,
            policy.Steps,
            IdentityProvider.Of(policy),
            TokenIssuer.Of(policy),
            [.. policy.Blocks.All("TechnicalProfile")
                .Select(p => p["Id"]).OfType<string>()
                .Select(id => policy.TechnicalProfile(id)!)
                .Where(p => SessionProvider.KindOf(p) is null)
                .Select(p => new ProfileSession(p["Id"]!, p.Child("Protocol")?["Name"], SessionProvider.Of(policy, p), p.At))],
            unread);
    }
}
