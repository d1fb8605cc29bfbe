using System.Net;
using System.Net.Sockets;
using KmsiConformance.Sites;
using KmsiConformance.Sites.InMemory;
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
}
