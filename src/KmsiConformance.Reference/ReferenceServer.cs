using KmsiConformance.Reference.AzureAd.Log;
using KmsiConformance.Reference.B2c.Saml;
using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;
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
    private readonly ILoginService _service;

    private ReferenceServer(LoopbackServer server, ServedProduct product)
    {
        _server = server;
        _tenant = product.Tenant;
        _service = product.Service;
        ReportsToken = product.ReportsToken;
        Operator = new ReferenceOperator(_tenant);
    }

    /// <summary>For example <c>https://login.localhost:4711</c>, without a trailing slash.</summary>
    public string Origin => _tenant.Origin;

    public string Tenant => _tenant.Name;

    /// <summary>What the person who runs the service may see and do.</summary>
    public ReferenceOperator Operator { get; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer => _tenant.Issuer;

    /// <summary>The address of a policy's discovery document; where the product has no policies, the one for everybody.</summary>
    public string Discovery(string policyId) => Origin + _service.DiscoveryPath(policyId);

    /// <summary>What a reader of the sign-in log must present; null where the product has no such log.</summary>
    public string? ReportsToken { get; }

    /// <summary>Where the sign-in log is read.</summary>
    public string SignInLogAddress => $"https://{SignInLog.Host}:{_server.Port}{SignInLog.Path}";

    /// <summary>The address of a policy's sign-in endpoint.</summary>
    public string Authorize(string policyId) => $"{Endpoint(policyId)}/oauth2/v2.0/authorize";

    /// <summary>The address where a policy's codes are redeemed.</summary>
    public string Token(string policyId) => $"{Endpoint(policyId)}/oauth2/v2.0/token";

    /// <summary>The address of a policy's sign-out endpoint.</summary>
    public string Logout(string policyId) => $"{Endpoint(policyId)}/oauth2/v2.0/logout";

    /// <summary>Starts the service.</summary>
    /// <exception cref="ArgumentException">The faults are unknown or do not go together, or there is no policy.</exception>
    /// <exception cref="PortInUseException">Another process listens on the port.</exception>
    public static async Task<ReferenceServer> StartAsync(ReferenceOptions options, CancellationToken cancellation = default)
    {
        var topics = options.Watch?.Topics(options.Readings)
            ?? Deviations.Topics(FaultList.Together(options.Faults), options.Readings);
        var product = Products.Make(options, new LoginRules(options.Readings, topics));
        var door = new FrontDoor(product.Tenant, product.Service);
        var server = await LoopbackServer.StartAsync(options.Clock, app => app.Run(door.AnswerAsync), options.Port, cancellation);
        product.Tenant.Origin = server.Origin(Site);
        return new ReferenceServer(server, product);
    }

    /// <summary>What a policy says about itself to SAML applications.</summary>
    public string SamlMetadata(string policyId) => $"{Endpoint(policyId)}/{SamlPaths.Metadata}";

    /// <summary>What the tenant says about itself to a SAML identity provider, by policy and technical profile.</summary>
    public string ServiceProviderMetadata(string policyId, string technicalProfile) =>
        $"{Endpoint(policyId)}/{SamlPaths.Metadata}?idptp={Uri.EscapeDataString(technicalProfile)}";

    /// <summary>Where identity providers send browsers back: the redirect URI to register there.</summary>
    public string ProviderCallback => $"{Origin}/{_tenant.Name}/{B2c.Http.ProviderCallback.Endpoint}";

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _tenant.Dispose();
    }

    private string Endpoint(string policyId) => $"{Origin}/{_tenant.Name}/{policyId}";
}
