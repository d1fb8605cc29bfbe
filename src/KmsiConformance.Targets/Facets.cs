using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;

namespace KmsiConformance.Targets;

/// <summary>A target that speaks OpenID Connect.</summary>
/// <param name="MetadataAddress">Address of its discovery document.</param>
/// <param name="OtherMetadataAddress">
/// The same for a second policy, to see whether sessions are shared between policies; null where there is no second one.
/// </param>
public sealed record OpenIdConnectFacet(string MetadataAddress, string? OtherMetadataAddress);

/// <summary>A target that speaks SAML.</summary>
/// <param name="MetadataAddress">Address of its metadata for SAML apps.</param>
public sealed record SamlFacet(string MetadataAddress);

/// <summary>A target whose sign-in log can be read.</summary>
public interface ISignInLogFacet
{
    /// <summary>The rows that there are now.</summary>
    Task<IReadOnlyList<LoggedSignInRow>> ReadAsync(CancellationToken cancellation);
}

/// <summary>A target that federates with identity providers of ours.</summary>
public interface IIdentityProvidersFacet
{
    /// <summary>How the login endpoint is registered at an identity provider that it was started with: once for each policy.</summary>
    IReadOnlyList<ProviderClient> ClientsAt(OfferedProvider provider);
}
