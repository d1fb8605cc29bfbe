using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KmsiConformance.Clocks;
using NUnit.Framework;

namespace KmsiConformance.Tests.Queues;

/// <summary>A server that speaks as Redis does, for one fixture: on the loopback interface, with nothing on the disk.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process _process;
    private bool _isDisposed;

    private RedisServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>How the program is told of it.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{Port}");

    /// <summary>Debian's <c>redis-server</c>.</summary>
    public static Task<RedisServer> StartAsync(params string[] more) => StartAsync(
        "redis-server", port => ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", .. more]);

    /// <summary>Starts a program that serves at a port.</summary>
    public static async Task<RedisServer> StartAsync(string program, Func<string, string[]> arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments(port.ToString(CultureInfo.InvariantCulture)))
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            WorkingDirectory = KmsiConformance.Tests.Suite.Repository.Root,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new RedisServer(process, port);
        for (var trial = 0; trial < 150 && !process.HasExited; trial++)
        {
            if (await server.AnswersAsync()) return server;
            await RealTime.Delay(TimeSpan.FromMilliseconds(200));
        }

        server.Dispose();
        throw new AssertionException($"{program} does not serve.");
    }

    /// <summary>Ends it as a machine does that is switched off.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
