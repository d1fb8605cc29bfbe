using KmsiConformance.IdentityProviders;
using KmsiConformance.Policies;
using KmsiConformance.Reference;

namespace KmsiConformance.Targets.Reference;

/// <summary>The reference as B2C or as a plain provider, for one world.</summary>
/// <param name="policies">The policy that the scenario asks for, the second one, and the one for SAML apps where there are any.</param>
/// <param name="reading">How policies are read.</param>
internal sealed class ReferenceTarget(
    ReferenceServer server, IReadOnlyList<CustomPolicy> policies, Readings reading) : ITarget, IIdentityProvidersFacet
{
    private readonly CustomPolicy _policy = policies[0];
    private readonly ReferenceAccounts _accounts = new(server);

    public IReadOnlyList<string> LoginSites => [new Uri(server.Origin).Authority];

    public OpenIdConnectFacet? OpenIdConnect => reading.Product == LoginProduct.Saml
        ? null
        : new(server.Discovery(_policy.PolicyId), server.Discovery(policies[1].PolicyId));

    public SamlFacet? Saml => policies.Count > 2 ? new SamlFacet(server.SamlMetadata(policies[2].PolicyId)) : null;

    public ISignInLogFacet? SignInLog => null;

    public IIdentityProvidersFacet? IdentityProviders => reading.Product == LoginProduct.B2c ? this : null;

    public IClockFacet Clock => SharedClock.Instance;

    public string? Gone => null;

    // All its sites are of this process.
    public bool MayHavePasswords(Uri page) => page.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    public TargetPolicy Policy => PolicySettings.Of(_policy, reading, _policy.Settings.ToString());

    public IReadOnlyList<ProviderClient> ClientsAt(OfferedProvider provider) => [.. policies.Select(known => new ProviderClient(
        provider.ClientId, provider.ClientSecret, [server.ProviderCallback],
        server.ServiceProviderMetadata(known.PolicyId, WrittenProviders.Of(provider).TechnicalProfile)))];

    public IAccountsFacet Accounts => _accounts;

    public TargetUser User(string name) => _accounts.User(name);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
