using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KmsiConformance.Apps;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Apps with registered addresses listen where those say, or nowhere.</summary>
internal sealed class AppServerTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void A_registered_port_that_is_taken_is_said_with_the_app_that_wants_it(bool forItsPages)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var taken = string.Create(CultureInfo.InvariantCulture, $"http://pharmacy.localhost:{port}");
        var places = new Dictionary<string, AppPlace>(StringComparer.Ordinal)
        {
            ["groceries"] = new(),
            ["pharmacy"] = forItsPages ? new AppPlace { Origin = taken } : new AppPlace { ServerOrigin = taken },
        };
        var clock = new WorldClock(TimeSpan.Zero);
        Assert.That(
            () => AppServer.StartAsync(
                places, [], [], new StrangersPages(), new WorldLedger("test", clock, _ => { }), clock, CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("apps.pharmacy").And.Message.Contains($"Port {port}"));
    }
}
