using System.Net;
using System.Net.Sockets;

namespace KmsiConformance.Sites;

/// <summary>Ports of the loopback interface.</summary>
public static class LoopbackPort
{
    /// <summary>Whether nobody listens at a port at this moment.</summary>
    public static bool IsFree(int number)
    {
        using var trial = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            trial.Bind(new IPEndPoint(IPAddress.Loopback, number));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
