using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using KmsiConformance.Sites;

namespace KmsiConformance.Bench.Reference;

/// <summary>
/// One TLS connection that is kept alive. It writes bytes made beforehand and reads to the end of an answer without a
/// body, so that what is measured is the server and not the client.
/// </summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    private readonly SslStream _stream;
    private readonly byte[] _buffer = new byte[16 * 1024];

    private RawConnection(SslStream stream) => _stream = stream;

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "login.localhost",
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate?.GetCertHashString() == LoopbackCertificate.Instance.GetCertHashString(),
        });
        return new RawConnection(stream);
    }

    /// <summary>Asks, and answers with the text.</summary>
    public async Task<string> AskAsync(byte[] request)
    {
        await _stream.WriteAsync(request);
        return Encoding.ASCII.GetString(_buffer, 0, await ReadAsync());
    }

    /// <summary>Asks, and looks no further than that it was a redirect.</summary>
    public async Task AskQuicklyAsync(byte[] request)
    {
        await _stream.WriteAsync(request);
        await ReadAsync();
        if (_buffer[9] != '3') throw new InvalidOperationException("Expected a redirect.");
    }

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync();

    private async ValueTask<int> ReadAsync()
    {
        var filled = 0;
        while (true)
        {
            var read = await _stream.ReadAsync(_buffer.AsMemory(filled));
            if (read == 0) throw new IOException("The server closed the connection.");
            filled += read;
            if (_buffer.AsSpan(0, filled).EndsWith(End)) return filled;
        }
    }
}
