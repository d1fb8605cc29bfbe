using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds.Providers;
using Microsoft.AspNetCore.Builder;

namespace KmsiConformance.Serving;

/// <summary>
/// The identity providers that come along, one for each protocol, and the policy whose sign-in page offers them. Their
/// pages say which account to try.
/// </summary>
internal sealed class ServedProviders : IAsyncDisposable
{
    private static readonly (string Name, string Protocol)[] Known =
        [("contoso", "openid-connect"), ("fabrikam", "oauth2"), ("northwind", "saml")];

    private readonly LoopbackServer _server;
    private readonly IReadOnlyList<IdentityProviderSite> _sites;
    private readonly IReadOnlyList<OfferedProvider> _offered;

    private ServedProviders(LoopbackServer server, IReadOnlyList<IdentityProviderSite> sites)
    {
        _server = server;
        _sites = sites;
        foreach (var site in sites) site.MoveTo(server.Origin(site.Name));
        _offered = [.. sites.Zip(Known, (site, known) => OfferedProviders.Offer(site, ProviderRequest.Plain(known.Protocol)))];
    }

    /// <summary>Client secrets, by where the policy says that they are kept.</summary>
    public IReadOnlyDictionary<string, string> PolicyKeys =>
        _offered.ToDictionary(provider =>
            WrittenProviders.Of(provider).SecretStorage, provider => provider.ClientSecret, StringComparer.Ordinal);

    public static async Task<ServedProviders> StartAsync(TimeProvider clock, CancellationToken cancellation)
    {
        var ledger = new WorldLedger("serve", clock, _ => { }, keep: false);
        var sites = Known.Select(known =>
            OfferedProviders.Make(known.Name, ProviderRequest.Plain(known.Protocol), ledger, clock, tellsAccounts: true))
            .ToList();
        var server = await LoopbackServer.StartAsync(
            clock,
            web =>
            {
                web.UseRouting();
                foreach (var site in sites) site.Map(web);
            },
            cancellation: cancellation);
        return new ServedProviders(server, sites);
    }

    /// <summary>The policy that offers them.</summary>
    public CustomPolicy Policy(Readings readings) => StandardPolicies.WithProviders(readings, [.. _offered.Select(WrittenProviders.Of)]);

    /// <summary>Tells them of the login endpoint, once it listens.</summary>
    public void Connect(ReferenceServer login, IEnumerable<CustomPolicy> policies)
    {
        foreach (var (site, provider) in _sites.Zip(_offered))
        {
            site.Register([.. policies.Select(policy => new ProviderClient(
                provider.ClientId, provider.ClientSecret, [login.ProviderCallback],
                login.ServiceProviderMetadata(policy.PolicyId, WrittenProviders.Of(provider).TechnicalProfile)))]);
        }
    }

    /// <summary>Ends all their sessions.</summary>
    public void Forget()
    {
        foreach (var site in _sites) site.Forget();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
