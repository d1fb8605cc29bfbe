using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Ledger;
using KmsiConformance.Sites;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;
using NUnit.Framework;
using WireMock.Matchers;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>Apps that are registered under public addresses, at which a tunnel takes what it delivers here.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TunnelTests
{
    private const string Password = "of-a-file-for-a-moment";

    [Test]
    [CancelAfter(300_000)]
    public async Task Apps_behind_a_tunnel_are_registered_where_it_begins(CancellationToken cancellation)
    {
        await using var product = await RemoteFile.StartAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("kmsi-tunnel-");
        try
        {
            var path = await RemoteFile.WriteAsync(product, folder.FullName, cancellation);
            var text = await File.ReadAllTextAsync(path, cancellation);
            var port = product.Places.Fill("{port:apps}");
            var certificate = Path.Combine(folder.FullName, "tunnel.pfx");
            await File.WriteAllBytesAsync(certificate, LoopbackCertificate.Instance.Export(X509ContentType.Pfx, Password), cancellation);
            using var tunnel = WireMockServer.Start(new WireMockServerSettings
            {
                Urls = [$"https://localhost:{port}"],
                CertificateSettings = new WireMockCertificateSettings
                {
                    X509CertificateFilePath = certificate, X509CertificatePassword = Password,
                },
            });
            foreach (var app in new[] { "groceries", "pharmacy" })
            {
                var (begins, ends) = ($"https://{app}.localhost:{port}", $"http://127.0.0.1:{FreePort()}");
                tunnel.Given(Request.Create().WithHeader("Host", new ExactMatcher($"{app}.localhost:{port}")))
                    .RespondWith(Response.Create().WithProxy(ends));
                text = text.Replace($"origin: {begins}", $"origin: {ends}\n    proxied-by: {begins}", StringComparison.Ordinal);
            }

            await File.WriteAllTextAsync(path, text, cancellation);
            var file = new TargetFileReader(RealBrowser.Suite).Read(path);
            await using var target = new RemoteTargetKind(file);
            await target.PrepareAsync(null, TestContext.Progress.WriteLine, cancellation);
            var worlds = new WorldFactory(await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20));
            var run = await RealBrowser.RunAsync(
                worlds, file.Profile, null, "prompt/none-with-a-session-is-silent", "openid-connect/a-confirmed-sign-out-ends-the-session");
            Assert.That(
                run.Scenarios, Has.Count.EqualTo(2).And.All.Property(nameof(ScenarioRecord.Verdict)).EqualTo(Verdict.Passed),
                string.Join("\n", run.Scenarios.Select(scenario => scenario.Reason)));
            Assert.That(tunnel.LogEntries.Count, Is.GreaterThan(6), "and all of it came through the tunnel");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int FreePort()
    {
        using var trial = new TcpListener(IPAddress.Loopback, 0);
        trial.Start();
        return ((IPEndPoint)trial.LocalEndpoint).Port;
    }
}
