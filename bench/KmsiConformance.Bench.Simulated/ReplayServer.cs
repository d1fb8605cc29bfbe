using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KmsiConformance.Sites;
using KmsiConformance.Worlds.Browsers.Simulated;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Bench.Simulated;

/// <summary>Answers recorded requests with their recorded answers, whatever host they are for, over TLS.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private const string PlaceHeader = "X-Recorded";
    private readonly IReadOnlyList<Recording> _recordings;
    private LoopbackServer? _server;

    public ReplayServer(IReadOnlyList<Recording> recordings) => _recordings = recordings;

    public async Task StartAsync() => _server = await LoopbackServer.StartAsync(TimeProvider.System, web => web.Run(AnswerAsync));

    /// <summary>The way of one browser session to this server; it demands the recorded requests in the recorded order.</summary>
    public HttpMessageHandler Transport(int recording, int session)
    {
        var handler = LoopbackHttp.CreateSocketsHandler();
        SimulatedLaunch.Octets(handler);
        handler.ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _server!.Port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return new Placed(handler, _recordings[recording].Sessions[session], $"{recording} {session} ");
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        var place = context.Request.Headers[PlaceHeader].ToString().Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        await context.Request.Body.CopyToAsync(Stream.Null);
        var answer = _recordings[place[0]].Sessions[place[1]][place[2]].Answer;
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers.Append(name, value);
        if (answer.Body.Length > 0) await context.Response.Body.WriteAsync(answer.Body);
    }

    private sealed class Placed(HttpMessageHandler inner, List<RecordedExchange> recorded, string place) : DelegatingHandler(inner)
    {
        private int _next;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_next >= recorded.Count || recorded[_next].Url != request.RequestUri || recorded[_next].Method != request.Method)
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} is not what was recorded at {place}{_next}.");
            request.Headers.TryAddWithoutValidation(PlaceHeader, string.Create(CultureInfo.InvariantCulture, $"{place}{_next++}"));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
