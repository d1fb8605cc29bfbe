using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Operation;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;

namespace KmsiConformance.Reference;

/// <summary>
/// The reference login endpoint: a tenant with local accounts that behaves as the documents say, reachable only through
/// HTTP, at <c>https://login.localhost:PORT</c>.
/// </summary>
public sealed class ReferenceServer : IAsyncDisposable
{
    private const string Site = "login";

    private readonly LoopbackServer _server;
    private readonly Tenant _tenant;

    private ReferenceServer(LoopbackServer server, Tenant tenant)
    {
        _server = server;
        _tenant = tenant;
        Operator = new ReferenceOperator(tenant);
    }

    /// <summary>For example <c>https://login.localhost:4711</c>, without a trailing slash.</summary>
    public string Origin => _tenant.Origin;

    public string Tenant => _tenant.Name;

    /// <summary>What the person who runs the service may see and do.</summary>
    public ReferenceOperator Operator { get; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer => _tenant.Issuer;

    /// <summary>The address of a policy's discovery document.</summary>
    public string Discovery(string policyId) => _tenant.Conduct.Profile switch
    {
        // These have no policies, and one document for everybody.
        ReferenceProfiles.AzureAdJune2020 => TenantDiscovery,
        ReferenceProfiles.OpenIdConnect => ProviderDiscovery,
        _ => $"{Endpoint(policyId)}/v2.0/.well-known/openid-configuration",
    };

    /// <summary>The address of the discovery document of a product without policies.</summary>
    public string TenantDiscovery => $"{Origin}/{_tenant.Name}/v2.0/.well-known/openid-configuration";

    /// <summary>The address of the discovery document of a provider that is no tenant.</summary>
    public string ProviderDiscovery => $"{Origin}/.well-known/openid-configuration";

    /// <summary>What a reader of the sign-in log must present; null where the product has no such log.</summary>
    public string? ReportsToken { get; private init; }

    /// <summary>Where the sign-in log is read.</summary>
    public string SignInLog => $"https://{Entra.Log.SignInLog.Host}:{_server.Port}{Entra.Log.SignInLog.Path}";

    /// <summary>The address of a policy's sign-in endpoint.</summary>
    public string Authorize(string policyId) => $"{Endpoint(policyId)}/oauth2/v2.0/authorize";

    /// <summary>The address where a policy's codes are redeemed.</summary>
    public string Token(string policyId) => $"{Endpoint(policyId)}/oauth2/v2.0/token";

    /// <summary>The address of a policy's sign-out endpoint.</summary>
    public string Logout(string policyId) => $"{Endpoint(policyId)}/oauth2/v2.0/logout";

    /// <summary>Starts the service.</summary>
    /// <exception cref="ArgumentException">The profile or the fault is unknown, or there is no policy.</exception>
    /// <exception cref="PortInUseException">Another process listens on the port.</exception>
    public static async Task<ReferenceServer> StartAsync(ReferenceOptions options, CancellationToken cancellation = default)
    {
        var profile = ReferenceProfiles.Known(options.Profile);
        var conduct = options.Fault is { } fault ? Faults.Named(fault).Conduct(profile) : new Conduct { Profile = profile };
        conduct.RemovesCookieWithoutDays = options.RemovesCookieWithoutDays;
        var (tenant, service, reports) = Product.Make(options, conduct);
        var server = await LoopbackServer.StartAsync(options.Clock, app => app.Run(service.AnswerAsync), options.Port, cancellation);
        tenant.Origin = server.Origin(Site);
        return new ReferenceServer(server, tenant) { ReportsToken = reports };
    }

    /// <summary>What a policy says about itself to SAML applications.</summary>
    public string SamlMetadata(string policyId) => $"{Endpoint(policyId)}/{Federation.SamlPaths.Metadata}";

    /// <summary>What the tenant says about itself to a SAML identity provider, by policy and technical profile.</summary>
    public string ServiceProviderMetadata(string policyId, string technicalProfile) => $"{Endpoint(policyId)}/{Federation.SamlPaths.Metadata}?idptp={Uri.EscapeDataString(technicalProfile)}";

    /// <summary>Where identity providers send browsers back: the redirect URI to register there.</summary>
    public string ProviderCallback => _tenant.ProviderCallback;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _tenant.Dispose();
    }

    private string Endpoint(string policyId) => $"{Origin}/{_tenant.Name}/{policyId}";
}
