using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Reference;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Providers;
using Microsoft.AspNetCore.Routing;

namespace KmsiConformance.Serving;

/// <summary>
/// The identity providers that come along: one for each protocol, on sites of their own, with accounts that nobody else
/// knows. They are those of the scenarios.
/// </summary>
internal sealed class ServedProviders
{
    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    private static readonly Dictionary<string, ProviderRequest> Asked = new(StringComparer.Ordinal)
    {
        ["contoso"] = Of("openid-connect"), ["fabrikam"] = Of("oauth2"), ["litware"] = Of("saml"),
    };

    private readonly IReadOnlyList<IdentityProviderSite> _sites;

    public ServedProviders(WorldLedger ledger, TimeProvider clock) =>
        _sites = [.. Asked.Select(provider => OfferedProviders.Make(provider.Key, provider.Value, ledger, clock))];

    /// <summary>The providers as the login endpoint is told of them; known once they have an address.</summary>
    public IReadOnlyList<OfferedProvider> Offered { get; private set; } = [];

    /// <summary>Their names, origins and accounts.</summary>
    public IReadOnlyList<(string Name, string Origin, IReadOnlyList<ProviderUser> Users)> Sites =>
        [.. _sites.Select(site => (site.Name, site.Origin, (IReadOnlyList<ProviderUser>)site.Options.Users))];

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var site in _sites) site.Map(routes);
    }

    /// <summary>Tells them where they live.</summary>
    public void MoveTo(Func<string, string> origin)
    {
        foreach (var site in _sites) site.MoveTo(origin(site.Name));
        Offered = [.. _sites.Select(site => OfferedProviders.Offer(site, Asked[site.Name]))];
    }

    /// <summary>Registers the login endpoint with them.</summary>
    public void Register(ReferenceServer login, IReadOnlyList<string> policyIds)
    {
        foreach (var (site, offered) in _sites.Zip(Offered))
        {
            site.Register([.. policyIds.Select(policy => new ProviderClient(
                offered.ClientId, offered.ClientSecret, [login.ProviderCallback], login.ServiceProviderMetadata(policy, offered.Written.TechnicalProfile)))]);
        }
    }

    /// <summary>Ends their sessions.</summary>
    public void Forget()
    {
        foreach (var site in _sites) site.Forget();
    }

    private static ProviderRequest Of(string protocol) =>
        new(protocol, Session, Persistent: true, EndSession: true, SingleLogout: null, Remembers: "choice", Misbehaves: null);
}
