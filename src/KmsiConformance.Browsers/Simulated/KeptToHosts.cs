namespace KmsiConformance.Browsers.Simulated;

/// <summary>A way to the sites that leads to those alone that may be visited.</summary>
internal sealed class KeptToHosts(BrowserConditions conditions, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        conditions.MayVisit(request.RequestUri!)
            ? base.SendAsync(request, cancellationToken)
            : throw new HttpRequestException($"{request.RequestUri!.Host} is none of the hosts that may be visited");
}
