using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KmsiConformance.Sites.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KmsiConformance.Sites;

/// <summary>
/// A TLS server on the loopback interface that serves any number of sites, told apart by host name:
/// <c>https://groceries.localhost:PORT</c> and <c>https://pharmacy.localhost:PORT</c> are different sites to a browser.
/// Under <see cref="InMemorySites.Begin"/> the same pipeline is started without sockets.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>Longest body of a request, in octets.</summary>
    internal const int BodyLimit = 1024 * 1024;

    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app, int port)
    {
        _app = app;
        Port = port;
    }

    public int Port { get; }

    /// <summary>
    /// The origin of a site of this server, without a trailing slash, for example
    /// <c>https://groceries.localhost:4711</c>.
    /// </summary>
    public string Origin(string site) => string.Create(CultureInfo.InvariantCulture, $"https://{site}.localhost:{Port}");

    /// <summary>
    /// Starts the server. Every answer's <c>Date</c> comes from <paramref name="clock"/>, because browsers correct
    /// <c>Expires</c> by the difference between <c>Date</c> and their own clock.
    /// </summary>
    /// <param name="clock">The clock of the world the server belongs to.</param>
    /// <param name="map">Maps the sites' endpoints; use <c>RequireHost</c> to tell sites apart.</param>
    /// <param name="port">The port to listen on; 0 takes a free one.</param>
    /// <exception cref="PortInUseException">Another process listens on the port.</exception>
    public static Task<LoopbackServer> StartAsync(
        TimeProvider clock, Action<WebApplication> map, int port = 0, CancellationToken cancellation = default) =>
        StartAllAsync(clock, map, [(port, true)], cancellation);

    /// <summary>Starts a server as <see cref="StartAsync(TimeProvider,Action{WebApplication},int,CancellationToken)"/> does, which listens
    /// on further ports as well.</summary>
    /// <param name="doors">Each further port, and whether TLS is spoken there.</param>
    /// <exception cref="PortInUseException">Another process listens on one of the ports.</exception>
    public static Task<LoopbackServer> StartAsync(
        TimeProvider clock, Action<WebApplication> map, IReadOnlyList<(int Port, bool OverTls)> doors,
        CancellationToken cancellation) =>
        StartAllAsync(clock, map, [(0, true), .. doors], cancellation);

    /// <summary>Starts a server without TLS, for what never leaves the machine and is no site of its own.</summary>
    /// <exception cref="PortInUseException">Another process listens on the port.</exception>
    public static Task<LoopbackServer> StartPlainAsync(
        TimeProvider clock, Action<WebApplication> map, int port = 0, CancellationToken cancellation = default) =>
        StartAllAsync(clock, map, [(port, false)], cancellation);

    private static async Task<LoopbackServer> StartAllAsync(
        TimeProvider clock, Action<WebApplication> map, IReadOnlyList<(int Port, bool OverTls)> doors, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        if (doors is [(var port, true)] && InMemorySites.AreMeant) builder.Services.AddSingleton<IServer>(new InMemoryServer(port));
        else ListenOnSockets(builder, doors);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return next(context);
        });
        map(app);

        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException occupied) when (occupied.GetBaseException() is SocketException or IOException)
        {
            await app.DisposeAsync();
            throw new PortInUseException(Taken(doors), occupied);
        }

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LoopbackServer(app, new Uri(address).Port);
    }

    // Which of several it was, the server does not say.
    private static int Taken(IReadOnlyList<(int Port, bool OverTls)> doors) =>
        doors.Select(door => door.Port).Where(port => port > 0).FirstOrDefault(port => !LoopbackPort.IsFree(port), doors[0].Port);

    private static void ListenOnSockets(WebApplicationBuilder builder, IReadOnlyList<(int Port, bool OverTls)> doors) =>
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
            foreach (var (port, overTls) in doors)
            {
                kestrel.Listen(IPAddress.Loopback, port, listen =>
                {
                    listen.Protocols = overTls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1;
                    if (overTls) listen.UseHttps(LoopbackCertificate.Instance);
                });
            }
        });

    public async ValueTask DisposeAsync()
    {
        // Browsers keep connections open; nobody waits for them to let go.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        try
        {
            await _app.StopAsync(atOnce.Token);
        }
        catch (OperationCanceledException)
        {
            // The server was told not to wait.
        }

        await _app.DisposeAsync();
    }
}
