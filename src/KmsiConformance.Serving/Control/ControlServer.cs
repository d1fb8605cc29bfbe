using System.Globalization;
using System.Security.Cryptography;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;

namespace KmsiConformance.Serving.Control;

/// <summary>
/// The control interface: JSON over plain HTTP on the loopback interface, for whoever holds the token. Nothing of it is
/// reachable through the ports that applications and browsers use.
/// </summary>
internal sealed class ControlServer : IAsyncDisposable
{
    private const int TokenBytes = 32;

    private readonly LoopbackServer _server;

    private ControlServer(LoopbackServer server, string token)
    {
        _server = server;
        Token = token;
    }

    public string Token { get; }

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_server.Port}");

    public static async Task<ControlServer> StartAsync(ServedReference served, int port, CancellationToken cancellation)
    {
        var token = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var guard = new ControlGuard(token);
        var calls = new ControlCalls(served);
        var server = await LoopbackServer.StartPlainAsync(
            TimeProvider.System, app => app.Run(http => guard.AnswerAsync(http, calls)), port, cancellation);
        return new ControlServer(server, token);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
