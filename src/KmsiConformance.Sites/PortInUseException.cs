namespace KmsiConformance.Sites;

/// <summary>The port asked for is taken by another process.</summary>
public sealed class PortInUseException(int port, Exception inner)
    : Exception($"Port {port} is in use by another process. Give another port, or leave it out to take a free one.", inner)
{
    public int Port { get; } = port;
}
