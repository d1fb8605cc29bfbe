using System.Net;
using System.Net.Sockets;
using KmsiConformance.Targets.Files;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

internal sealed class ReservedPortTests
{
    [Test]
    public void Nobody_else_gets_it_before_its_owner_listens_and_after()
    {
        using var mine = ReservedPort.Any();
        Assert.That(ReservedPort.TryReserve(mine.Number, out _), Is.False, "before anybody listens");
        using (var listens = new TcpListener(IPAddress.Loopback, mine.Number)) listens.Start();
        Assert.That(ReservedPort.TryReserve(mine.Number, out _), Is.False, "between two listeners");
    }

    [Test]
    public void Another_gets_it_when_it_is_given_back()
    {
        var mine = ReservedPort.Any();
        mine.Dispose();
        Assert.That(ReservedPort.TryReserve(mine.Number, out var again), Is.True);
        again!.Dispose();
    }

    [Test]
    public void What_a_stranger_listens_at_is_not_taken()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, 0);
        stranger.Start();
        Assert.That(ReservedPort.TryReserve(((IPEndPoint)stranger.LocalEndpoint).Port, out _), Is.False);
    }
}
