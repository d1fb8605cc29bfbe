namespace KmsiConformance.Browsers.Simulated;

/// <summary>A way to the sites that leads to some hosts alone, and to those of this machine.</summary>
internal sealed class KeptToHosts(IReadOnlyList<string> hosts, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { } url && (url.IsLoopback || IsHere(url.Host) || hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException($"{request.RequestUri?.Host} is none of the hosts that may be visited");

    private static bool IsHere(string host) => host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
