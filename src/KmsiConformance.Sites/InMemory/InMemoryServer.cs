using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace KmsiConformance.Sites.InMemory;

/// <summary>Takes Kestrel's place below a pipeline: requests are handed over as calls.</summary>
/// <param name="port">The port of its origins; 0 takes a free one.</param>
internal sealed class InMemoryServer(int port) : IServer
{
    private readonly CancellationTokenSource _stopped = new();
    private Func<FeatureCollection, Task> _answer = _ => throw new InvalidOperationException("The server has not started.");
    private Socket? _reserved;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Cancelled when the server stops: what it has not answered by then it never answers.</summary>
    public CancellationToken Stopped => _stopped.Token;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _answer = features => AnswerAsync(application, features);
        _reserved = InMemorySites.Register(this, port);
        Features.Set<IServerAddressesFeature>(new Addresses(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{Port}")));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs a request through the pipeline.</summary>
    public Task AnswerAsync(FeatureCollection request) => _answer(request);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _reserved, null) is not { } reserved) return;
        InMemorySites.Forget(((IPEndPoint)reserved.LocalEndPoint!).Port);
        reserved.Dispose();
        _stopped.Cancel();
    }

    private int Port => ((IPEndPoint)_reserved!.LocalEndPoint!).Port;

    private static async Task AnswerAsync<TContext>(IHttpApplication<TContext> application, FeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        }
        catch (Exception broken)
        {
            application.DisposeContext(context, broken);
            throw;
        }
    }

    private sealed class Addresses(string address) : IServerAddressesFeature
    {
        ICollection<string> IServerAddressesFeature.Addresses { get; } = [address];

        public bool PreferHostingUrls { get; set; }
    }
}
