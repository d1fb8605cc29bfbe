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
    public static IReadOnlyList<CustomPolicy> Of(Readings readings) => Products.Lifetimes(readings.Product) is { } lifetimes
        ? [Make(readings.Profile, lifetimes, offered: true, readings.With("C-05", "metadata"))]
        : OfB2c(readings);

    private static IReadOnlyList<CustomPolicy> OfB2c(Readings readings) =>
    [
        Make("B2C_1A_signin", ThirtyDays, offered: true, readings),
        Make("B2C_1A_signin_rolling", ThirtyDays with { SessionExpiryType = ExpiryType.Rolling }, offered: true, readings),
        Make("B2C_1A_signin_without_kmsi", ThirtyDays with { KeepAliveInDays = null }, offered: false, readings),
        Make("B2C_1A_signin_per_app", ThirtyDays with { Scope = SsoScope.Application }, offered: true, readings),
        Make("B2C_1A_signin_suppressed", ThirtyDays with { Scope = SsoScope.Suppressed }, offered: true, readings),
        Make("B2C_1A_signin_second_factor", ThirtyDays, offered: true, readings, secondFactor: true),
        Make("B2C_1A_signin_hint_required", ThirtyDays with { EnforceIdTokenHintOnLogout = true }, offered: true, readings),
    ];

    /// <summary>The policy whose page offers identity providers.</summary>
    internal static CustomPolicy WithProviders(Readings readings, IReadOnlyList<WrittenProvider> providers) => PolicyReader.Parse(
        PolicyWriter.Write(ThirtyDays, "B2C_1A_signin_providers", Tenant, kmsiOffered: true, readings, providers: providers),
        "B2C_1A_signin_providers.xml");

    private static CustomPolicy Make(string id, SessionSettings settings, bool offered, Readings readings, bool secondFactor = false) =>
        PolicyReader.Parse(PolicyWriter.Write(settings, id, Tenant, offered, readings, secondFactor: secondFactor), id + ".xml");
}
