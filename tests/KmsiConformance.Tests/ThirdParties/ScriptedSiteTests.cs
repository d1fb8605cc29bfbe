using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using KmsiConformance.Serving;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.ThirdParties;
using NUnit.Framework;

namespace KmsiConformance.Tests.ThirdParties;

internal sealed class ScriptedSiteTests
{
    private static readonly Dictionary<string, string> NoOrigins = new(StringComparer.Ordinal);

    private readonly HttpClient _http = new(LoopbackHttp.CreateHandler());

    [OneTimeTearDown]
    public void Close() => _http.Dispose();

    [Test]
    public async Task It_answers_what_the_script_says_and_404_to_everything_else()
    {
        await using var site = Start("/orders", "the address is ${self}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _http.GetStringAsync(site.Origin + "/orders"), Is.EqualTo($"the address is {site.Origin}"));
            using var other = await _http.GetAsync(site.Origin + "/users");
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(site.Unscripted, Is.EqualTo(new[] { "GET /users" }));
        }
    }

    [Test]
    public async Task What_nobody_asked_for_is_named_until_somebody_does()
    {
        await using var site = Start("/orders", "good");
        Assert.That(site.NeverAsked, Is.EqualTo(new[] { "orders.json: Orders" }));
        await _http.GetStringAsync(site.Origin + "/orders");
        Assert.That(site.NeverAsked, Is.Empty);
    }

    [Test]
    public async Task It_listens_on_the_loopback_interface_alone()
    {
        await using var site = Start("/orders", "good");
        var port = new Uri(site.Origin).Port;
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == port).ToList();
        Assert.That(listening, Is.Not.Empty.And.All.Matches<IPEndPoint>(end => IPAddress.IsLoopback(end!.Address)));
    }

    [Test]
    public async Task Nobody_can_script_it_over_http()
    {
        await using var site = Start("/orders", "good");
        using var asked = await _http.GetAsync(site.Origin + "/__admin/mappings");
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public void A_port_that_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Assert.That(() => ScriptedSite.Start("desk", [Orders("/orders", "good")], NoOrigins, port),
            Throws.TypeOf<PortInUseException>().With.Message.Contains(port.ToString(CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task Served_stubs_answer_from_a_folder_on_the_port_that_is_reported()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-stubs-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "orders.json"), Orders("/orders", "good").Text);
            await using var served = await ServedReference.StartAsync(new ServeOptions
            {
                Readings = KnownProfiles.Default, Stubs = StubFolder.Read(folder),
            });
            Assert.That(await _http.GetStringAsync(StartReport.Of(served).Stubs + "/orders"), Is.EqualTo("good"));

            await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), "[{}]");
            Assert.That(() => StubFolder.Read(folder), Throws.TypeOf<SuiteException>().With.Message.Contains("broken.json"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ScriptedSite Start(string path, string body) => ScriptedSite.Start("desk", [Orders(path, body)], NoOrigins);

    private static Script Orders(string path, string body) => new(
        "orders.json",
        $$"""[ { "Title": "Orders", "Request": { "Path": "{{path}}", "Methods": ["GET"] },"""
        + $$""" "Response": { "StatusCode": 200, "Body": "{{body}}" } } ]""");
}
