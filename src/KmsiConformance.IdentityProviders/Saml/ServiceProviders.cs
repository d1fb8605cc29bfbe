using System.Collections.Concurrent;
using KmsiConformance.Saml;
using KmsiConformance.Sites;

namespace KmsiConformance.IdentityProviders.Saml;

/// <summary>The services that a SAML provider knows, by their own metadata; each document is fetched once.</summary>
internal sealed class ServiceProviders(Provider provider) : IDisposable
{
    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ConcurrentDictionary<string, EntityMetadata> _known = new(StringComparer.Ordinal);

    /// <summary>The service of that entity id.</summary>
    /// <exception cref="SamlRefusedException">Nobody of that name is registered here.</exception>
    public async Task<EntityMetadata> FindAsync(string entityId, CancellationToken cancellation)
    {
        foreach (var address in provider.Clients.Select(client => client.ServiceMetadata).OfType<string>())
        {
            var service = _known.TryGetValue(address, out var known)
                ? known
                : _known[address] = EntityMetadata.Read(await _http.GetStringAsync(new Uri(address), cancellation));
            if (service.EntityId == entityId) return service;
        }

        throw new SamlRefusedException($"nobody is registered here as '{entityId}'");
    }

    public void Dispose() => _http.Dispose();
}
