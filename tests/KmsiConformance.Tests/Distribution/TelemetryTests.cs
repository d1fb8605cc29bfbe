using System.Collections.Concurrent;
using System.Net;
using System.Text;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>Traces of a run, at a collector that keeps what it is sent.</summary>
internal sealed class TelemetryTests
{
    private static readonly string[] Run =
        ["run", "--browser", "simulated", "--only", "sign-out/*", "--fault", "keeps-session-after-sign-out", "--out"];

    private readonly ConcurrentQueue<string> _sent = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-traces-");
    private HttpListener _collector = null!;
    private int _port;

    [OneTimeSetUp]
    public void A_collector()
    {
        for (_port = 24318; ; _port++)
        {
            _collector = new HttpListener();
            _collector.Prefixes.Add($"http://127.0.0.1:{_port}/");
            try
            {
                _collector.Start();
                break;
            }
            catch (HttpListenerException) when (_port < 24400)
            {
                // Somebody else's.
            }
        }

        _ = ListenAsync();
    }

    [OneTimeTearDown]
    public void Delete()
    {
        _collector.Close();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task The_run_its_scenarios_and_their_steps_are_spans_with_their_verdicts()
    {
        using var kmsi = Kmsi.Start(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{_port}", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            },
            [.. Run, Path.Combine(_folder.FullName, "told")]);
        var (code, output, error) = await kmsi.EndAsync();
        Assert.That(code, Is.EqualTo(1), output + error);
        var told = string.Concat(_sent);
        using (Assert.EnterMultipleScope())
        {
            string[] words = ["run reference", "scenario sign-out/", "step ", "kmsi.verdict", "FAILED", "PASSED", "kmsi.profile"];
            foreach (var word in words) Assert.That(told, Does.Contain(word));
        }
    }

    // Whoever is judged is told nothing that they did not ask for.
    [TestCase("1", true)]
    [TestCase("", false)]
    public async Task The_target_hears_of_the_trace_when_that_is_asked_for(string asked, bool hears)
    {
        await using var site = await DescribedSite.StartAsync();
        using var kmsi = Kmsi.Start(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{_port}", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["KMSI_TRACEPARENT"] = asked,
            },
            "run", "--target", site.File.Path, "--browser", "simulated", "--only", "web/scripts-cannot-read-the-session-cookie*",
            "--out", Path.Combine(_folder.FullName, $"heard-{asked}"));
        var (code, output, error) = await kmsi.EndAsync();
        Assert.That(code, Is.Zero, output + error);
        Assert.That(site.Traces.Count > 0, Is.EqualTo(hears));
        Assert.That(site.Traces, Has.All.Match("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$"));
        Assert.That(site.Traces.Select(trace => trace.Split('-')[1]).Distinct().Count(), Is.EqualTo(hears ? 1 : 0), "one run, one trace");
    }

    [Test]
    public async Task A_collector_that_is_away_changes_no_verdict()
    {
        using var kmsi = Kmsi.Start(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            },
            [.. Run, Path.Combine(_folder.FullName, "untold")]);
        var (code, output, error) = await kmsi.EndAsync();
        Assert.That(code, Is.EqualTo(1), output + error);
        Assert.That(output, Does.Contain("Not conformant"));
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                var asked = await _collector.GetContextAsync();
                using var body = new MemoryStream();
                await asked.Request.InputStream.CopyToAsync(body);

                // What is text in a message of Protocol Buffers stands in it as it is.
                _sent.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
                asked.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
