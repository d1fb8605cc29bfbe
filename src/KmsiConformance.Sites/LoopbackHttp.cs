using System.Net;
using System.Net.Sockets;
using KmsiConformance.Sites.InMemory;

namespace KmsiConformance.Sites;

/// <summary>
/// HTTP towards sites of this process. <c>*.localhost</c> has no DNS entry on Linux, so connections to such names go
/// to the loopback interface; their certificate must be <see cref="LoopbackCertificate"/>, every other host's must be
/// valid in the ordinary way, or by one of the <see cref="TrustedAuthorities"/>.
/// </summary>
public static class LoopbackHttp
{
    /// <summary>A handler that follows no redirects and keeps no cookies: both are evidence, not plumbing.</summary>
    /// <param name="configure">Changes the network's settings; sites in memory (<see cref="InMemorySites"/>) need none.</param>
    public static HttpMessageHandler CreateHandler(Action<SocketsHttpHandler>? configure = null)
    {
        var network = CreateSocketsHandler();
        configure?.Invoke(network);
        return new InMemoryHandler(network);
    }

    /// <summary>The same over the network only.</summary>
    public static SocketsHttpHandler CreateSocketsHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = ConnectAsync,
        SslOptions =
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                certificate?.GetCertHashString() == LoopbackCertificate.Instance.GetCertHashString()
                || TrustedAuthorities.Accept(certificate, chain, errors),
        },
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        EndPoint end = host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port)
            : context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
