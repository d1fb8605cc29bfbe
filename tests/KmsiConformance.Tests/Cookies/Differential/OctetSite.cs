using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using KmsiConformance.Sites;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>What one request carried.</summary>
/// <param name="Cookie">The header, octet for octet; null when it was absent.</param>
internal sealed record SeenRequest(string Method, string Target, string Host, string? Cookie);

/// <summary>
/// A server that sends and records headers octet for octet, which Kestrel rightly refuses to do. Every host name leads
/// here, over TLS and without.
/// </summary>
internal sealed class OctetSite : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _tls = new(IPAddress.Loopback, 0);
    private readonly TcpListener _plain = new(IPAddress.Loopback, 0);
    private readonly Func<SeenRequest, string> _answer;

    /// <summary>Starts listening.</summary>
    /// <param name="answer">Writes the whole answer, one character for each octet.</param>
    public OctetSite(Func<SeenRequest, string> answer)
    {
        _answer = answer;
        _tls.Start();
        _plain.Start();
        _ = AcceptAsync(_tls, secure: true);
        _ = AcceptAsync(_plain, secure: false);
    }

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public string Origin(string host, bool secure = true) =>
        $"{(secure ? "https" : "http")}://{host}:{((IPEndPoint)(secure ? _tls : _plain).LocalEndpoint).Port}";

    /// <summary>An answer with a body; the length is added.</summary>
    public static string Answer(string status, IEnumerable<string> headers, string body) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}"
        + $"Content-Type: text/html\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _tls.Stop();
        _plain.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, bool secure)
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptSocketAsync(_end.Token), secure);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket, bool secure)
    {
        try
        {
            socket.NoDelay = true;
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (secure)
            {
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(LoopbackCertificate.Instance);
                stream = tls;
            }

            await using (stream)
            {
                while (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer(request)));
                }
            }
        }
        catch (Exception gone) when (
            gone is IOException or SocketException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
        {
            // Browsers open connections and drop them as they like.
        }
    }

    private async Task<SeenRequest?> ReadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var octet = new byte[8192];
        while (true)
        {
            var read = await stream.ReadAsync(octet, _end.Token);
            if (read == 0) return null;
            head.Append(Encoding.Latin1.GetString(octet, 0, read));
            var text = head.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) continue;

            var lines = text[..end].Split("\r\n");
            string? Header(string name) => lines.Skip(1)
                .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
                .Select(line => line[(name.Length + 1)..].Trim(' '))
                .FirstOrDefault();

            // Bodies are small and do not matter, but must be taken from the connection.
            var length = int.Parse(Header("Content-Length") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            for (var left = length - (text.Length - end - 4); left > 0;)
            {
                var more = await stream.ReadAsync(octet, _end.Token);
                if (more == 0) return null;
                left -= more;
            }

            var start = lines[0].Split(' ');
            return new SeenRequest(start[0], start[1], Header("Host") ?? "", Header("Cookie"));
        }
    }
}
