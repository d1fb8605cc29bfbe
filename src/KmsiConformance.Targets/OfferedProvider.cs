using KmsiConformance.IdentityProviders;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets;

/// <summary>An identity provider as a login endpoint is told of it.</summary>
/// <param name="Site">The provider; it has its address already.</param>
/// <param name="Asked">What the scenario says of it.</param>
/// <param name="ClientId">The login endpoint's id at the provider.</param>
public sealed record OfferedProvider(IdentityProviderSite Site, ProviderRequest Asked, string ClientId, string ClientSecret)
{
    /// <summary>The origin of the third party that plays its servers' side; null where the provider does that itself.</summary>
    public string? PlayedAt { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Site.Name;

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => Name;
}
