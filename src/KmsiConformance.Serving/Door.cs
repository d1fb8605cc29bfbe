using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Serving;

/// <summary>A way in: a policy of a B2C tenant, or the whole tenant of a product without policies.</summary>
/// <param name="Name">The policy's id, or the product's profile.</param>
/// <param name="Discovery">Address of its discovery document.</param>
/// <param name="Policy">Null for a product without policies.</param>
public sealed record Door(string Name, string Discovery, CustomPolicy? Policy)
{
    // What the documents of Azure AD say of sessions that do and do not outlive the browser.
    private static readonly SettingsInForce WithoutPolicy = new(TimeSpan.FromHours(24), TimeSpan.FromDays(90));

    /// <summary>What <c>session</c> and <c>keep-alive</c> stand for.</summary>
    public SettingsInForce Settings => Policy is { Settings: var settings }
        ? new SettingsInForce(settings.Session, settings.KeepAliveInDays is null ? null : settings.KeepAlive)
        : WithoutPolicy;

    internal static IReadOnlyList<Door> Of(ReferenceServer login, ServeOptions options) => options.Profile switch
    {
        ReferenceProfiles.AzureAdJune2020 => [new Door(options.Profile, login.TenantDiscovery, null)],
        ReferenceProfiles.OpenIdConnect => [new Door(options.Profile, login.ProviderDiscovery, options.Policies.Count > 0 ? options.Policies[0] : null)],
        _ => [.. options.Policies.Select(policy => new Door(policy.PolicyId, login.Discovery(policy.PolicyId), policy))],
    };
}
