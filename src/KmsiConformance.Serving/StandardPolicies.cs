using KmsiConformance.Policies;
using KmsiConformance.Reference;

namespace KmsiConformance.Serving;

/// <summary>The policies that are served when none are given: the settings of the 2020 document, and what differs from them.</summary>
public static class StandardPolicies
{
    private const string Tenant = "kmsidemo.onmicrosoft.com";

    private static readonly SessionSettings ThirtyDays =
        new(SsoScope.Tenant, KeepAliveInDays: 30, SessionExpiryType: ExpiryType.Absolute, SessionExpiryInSeconds: 1200);

    /// <summary>The policies under a dated reading.</summary>
    public static IReadOnlyList<CustomPolicy> Of(string profile) => ReferenceProfiles.Lifetimes(profile) is { } lifetimes
        ? [Make(profile, lifetimes, offered: true, ReferenceProfiles.Reading(profile))]
        : OfB2c(profile);

    private static IReadOnlyList<CustomPolicy> OfB2c(string profile) =>
    [
        Make("B2C_1A_signin", ThirtyDays, offered: true, profile),
        Make("B2C_1A_signin_rolling", ThirtyDays with { SessionExpiryType = ExpiryType.Rolling }, offered: true, profile),
        Make("B2C_1A_signin_without_kmsi", ThirtyDays with { KeepAliveInDays = null }, offered: false, profile),
        Make("B2C_1A_signin_per_app", ThirtyDays with { Scope = SsoScope.Application }, offered: true, profile),
        Make("B2C_1A_signin_suppressed", ThirtyDays with { Scope = SsoScope.Suppressed }, offered: true, profile),
        Make("B2C_1A_signin_second_factor", ThirtyDays, offered: true, profile, secondFactor: true),
        Make("B2C_1A_signin_hint_required", ThirtyDays with { EnforceIdTokenHintOnLogout = true }, offered: true, profile),
    ];

    /// <summary>The policy whose page offers identity providers.</summary>
    internal static CustomPolicy WithProviders(string profile, IReadOnlyList<WrittenProvider> providers) => PolicyReader.Parse(
        PolicyWriter.Write(ThirtyDays, "B2C_1A_signin_providers", Tenant, kmsiOffered: true, profile, providers: providers), "B2C_1A_signin_providers.xml");

    private static CustomPolicy Make(string id, SessionSettings settings, bool offered, string profile, bool secondFactor = false) =>
        PolicyReader.Parse(PolicyWriter.Write(settings, id, Tenant, offered, profile, secondFactor: secondFactor), id + ".xml");
}
