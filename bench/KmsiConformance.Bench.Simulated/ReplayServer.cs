using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Sites;
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

    /// <summary>
    /// The way of one browser session to this server; each recorded request may be made once, in any order that frames side by
    /// side take.
    /// </summary>
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
        var place = context.Request.Headers[PlaceHeader].ToString().Split(' ')
            .Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        await context.Request.Body.CopyToAsync(Stream.Null);
        var answer = _recordings[place[0]].Sessions[place[1]][place[2]].Answer;
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers.Append(name, value);
        if (answer.Body.Length > 0) await context.Response.Body.WriteAsync(answer.Body);
    }

    private sealed class Placed(HttpMessageHandler inner, List<RecordedExchange> recorded, string place) : DelegatingHandler(inner)
    {
        private readonly List<int> _open = [.. Enumerable.Range(0, recorded.Count)];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation(PlaceHeader, string.Create(CultureInfo.InvariantCulture, $"{place}{Take(request)}"));
            return base.SendAsync(request, cancellationToken);
        }

        private int Take(HttpRequestMessage request)
        {
            lock (_open)
            {
                var next = _open.FindIndex(number => recorded[number].Url == request.RequestUri
                    && recorded[number].Method == request.Method);
                if (next < 0)
                    throw new InvalidOperationException(
                        $"{request.Method} {request.RequestUri} was not recorded at {place}, or not so often.");
                var number = _open[next];
                _open.RemoveAt(next);
                return number;
            }
        }
    }
}
