using System.Net;
using System.Net.Sockets;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Sites;
using KmsiConformance.Sites.InMemory;
using Microsoft.AspNetCore.Builder;
using NUnit.Framework;

namespace KmsiConformance.Tests.Sites;

/// <summary>Sites without sockets keep to themselves.</summary>
internal sealed class InMemorySitesTests
{
    [Test]
    public async Task Nobody_reaches_one_from_outside_and_its_port_is_no_other_sites()
    {
        using var inMemory = InMemorySites.Begin();
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, _ => { });
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        Assert.That(() => socket.Connect(IPAddress.Loopback, server.Port), Throws.InstanceOf<SocketException>());
        Assert.That(
            async () => await LoopbackServer.StartAsync(TimeProvider.System, _ => { }, server.Port),
            Throws.InstanceOf<PortInUseException>().With.Message.Contains($"{server.Port}"));
    }

    [Test]
    public async Task Only_who_asks_for_it_gets_one()
    {
        using (InMemorySites.Begin()) await Task.Yield();
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, _ => { });
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        Assert.That(() => socket.Connect(IPAddress.Loopback, server.Port), Throws.Nothing);
    }

    [Test, CancelAfter(20_000)]
    public async Task Who_asks_one_that_hangs_is_told_at_once_that_no_answer_will_come(CancellationToken cancellation)
    {
        using var inMemory = InMemorySites.Begin();
        var held = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => ((IApplicationBuilder)app).Run(async context =>
        {
            await context.LeaveUnansweredAsync();
            held.SetResult();
        }), cancellation: cancellation);
        using var http = new HttpMessageInvoker(SimulatedLaunch.Network());
        using var asks = new HttpRequestMessage(HttpMethod.Get, server.Origin("groceries"));
        Assert.That(async () => await http.SendAsync(asks, cancellation),
            Throws.InstanceOf<HttpRequestException>().With.Message.Contains("never answers"));
        await held.Task.WaitAsync(cancellation);
    }

    [Test, CancelAfter(20_000)]
    public async Task Over_sockets_one_that_hangs_holds_the_line_until_who_asks_gives_up(CancellationToken cancellation)
    {
        var (asked, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => ((IApplicationBuilder)app).Run(async context =>
        {
            asked.SetResult();
            await context.LeaveUnansweredAsync();
            held.SetResult();
        }), cancellation: cancellation);
        using var http = new HttpMessageInvoker(SimulatedLaunch.Network());
        using var asks = new HttpRequestMessage(HttpMethod.Get, server.Origin("groceries"));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var answer = http.SendAsync(asks, patience.Token);
        await asked.Task.WaitAsync(cancellation);
        Assert.That((answer.IsCompleted, held.Task.IsCompleted), Is.EqualTo((false, false)));
        await patience.CancelAsync();
        Assert.That(async () => await answer, Throws.InstanceOf<OperationCanceledException>());
        await held.Task.WaitAsync(cancellation);
    }
}
