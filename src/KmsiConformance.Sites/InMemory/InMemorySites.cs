using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace KmsiConformance.Sites.InMemory;

/// <summary>
/// Sites without sockets: their requests go from the caller straight into the server's pipeline, with the same
/// middleware and the same <c>HttpContext</c>, in the same process. For browsers of this process only; nothing outside
/// can reach such a site. Each still has a port that is no other's, so that origins read and compare as ever.
/// </summary>
public static class InMemorySites
{
    private static readonly AsyncLocal<bool> Meant = new();
    private static readonly ConcurrentDictionary<int, InMemoryServer> ByPort = new();

    /// <summary>How many there are now.</summary>
    public static int Count => ByPort.Count;

    /// <summary>Whether servers that are started here get no sockets.</summary>
    internal static bool AreMeant => Meant.Value;

    /// <summary>
    /// Servers that this call chain starts from now on get no sockets. A property of the caller and not an argument of
    /// every server: a target starts servers of its own, and how it is reached is not its affair.
    /// </summary>
    /// <returns>Ends it when disposed.</returns>
    public static IDisposable Begin()
    {
        Meant.Value = true;
        return new End();
    }

    /// <summary>The site behind an address; null when it must be reached in the ordinary way.</summary>
    internal static InMemoryServer? Find(Uri? url) =>
        url is { Scheme: "https" }
            && url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && ByPort.TryGetValue(url.Port, out var server)
            ? server
            : null;

    /// <summary>Makes a server known under a port of its own.</summary>
    internal static Socket Register(InMemoryServer server, int port)
    {
        var reserved = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // Bound but not listening: whoever comes from outside is refused, and whoever asks for a free port gets another.
            reserved.Bind(new IPEndPoint(IPAddress.Loopback, port));
            if (!ByPort.TryAdd(((IPEndPoint)reserved.LocalEndPoint!).Port, server))
                throw new SocketException((int)SocketError.AddressAlreadyInUse);
            return reserved;
        }
        catch (SocketException taken)
        {
            reserved.Dispose();
            throw new PortInUseException(port, taken);
        }
    }

    internal static void Forget(int port) => ByPort.TryRemove(port, out _);

    private sealed class End : IDisposable
    {
        public void Dispose() => Meant.Value = false;
    }
}
