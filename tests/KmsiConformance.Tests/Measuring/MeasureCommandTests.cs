using System.Text.Json;
using AngleSharp.Html.Parser;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

/// <summary><c>kmsi measure</c> as a user calls it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MeasureCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-measured-");

    private string Out => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_site_of_which_only_address_and_user_are_given()
    {
        await using var site = await SmallSite.StartAsync();
        var (code, output, error) = await MeasureAsync(
            $"{site.Origin}/account", "--user", "alice=env:SHOP_PASSWORD", "--browser", "simulated", "--out", Out);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("sid").And.Contain("session and remembering").And.Contain("14 d").And.Contain("Not measured:"));
        Assert.That(output + error, Does.Not.Contain(SmallSite.Password));

        var page = await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(Path.Combine(Out, "measure.html")));
        Assert.That(page.QuerySelector("table.measured th code")?.TextContent, Is.EqualTo("sid"));
        Assert.That(MeasureFolder.Read(Path.Combine(Out, "measure.json")).Cookies.Single().Role, Is.EqualTo("session and remembering"));
    }

    [Test]
    public async Task A_site_that_is_served_elsewhere_is_measured_by_the_certificate_that_it_wrote()
    {
        var certificate = Path.Combine(_folder.FullName, "served.pem");
        var settings = Path.Combine(_folder.FullName, "site.yaml");
        await File.WriteAllTextAsync(settings, "keep-alive: 21 days\nareas: [orders]\n");
        using var served = Kmsi.Start(
            "serve", "--profile", "web", "--site", settings, "--certificate", certificate, "--format", "json");
        using var start = JsonDocument.Parse((await served.LineAsync())!);
        var address = start.RootElement.GetProperty("site").GetProperty("areas").GetProperty("orders").GetString()!;
        string[] measure = [address, "--user", "alice=env:SHOP_PASSWORD", "--browser", "simulated", "--out", Out];

        var (refused, _, said) = await MeasureAsync(measure, "alice-Sesame-1");
        Assert.That(refused, Is.EqualTo(2));
        Assert.That(said, Does.Contain("an authority that nobody here trusts").And.Contain("--trust"));

        var (code, output, error) = await MeasureAsync([.. measure, "--trust", certificate], "alice-Sesame-1");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("__Host-session").And.Contain("session and remembering").And.Contain("21 d"));
        Assert.That(output, Does.Contain("Not measured:").And.Contain("the clock of the target cannot be moved"));
    }

    [Test]
    public async Task What_has_changed_is_said_and_ends_with_another_code()
    {
        string[] reference = ["--profile", "oidc", "--browser", "simulated"];
        var old = Path.Combine(Out, "measure.json");
        var (code, output, error) = await MeasureAsync([.. reference, "--out", Out]);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("30 d").And.Contain("with the box"));

        var (same, nothing, _) = await MeasureAsync([.. reference, "--out", Out + "-same", "--compare", old]);
        Assert.That(same, Is.Zero);
        Assert.That(nothing, Does.Contain("Nothing has changed."));

        var (changed, json, said) = await MeasureAsync(
            [.. reference, "--fault", "keeps-twice-as-long", "--format", "json", "--out", Out + "-other", "--compare", old]);
        Assert.That(changed, Is.EqualTo(1));
        Assert.That(said, Does.Contain("an unused session with the box: 30 d").And.Contain("→ 60 d"));
        using var read = JsonDocument.Parse(json);
        Assert.That(
            read.RootElement.GetProperty("server").GetProperty("withBox").GetProperty("lowerSeconds").GetDouble(),
            Is.EqualTo(60 * 86_400d).Within(60));
    }

    [TestCase("has no effect with an ADDRESS", "http://127.0.0.1:9/", "--profile", "web")]
    [TestCase("holds no certificate", "https://127.0.0.1:9/", "--user", "alice=env:SHOP_PASSWORD", "--trust", "README.md")]
    [TestCase("cannot be read as certificates", "https://127.0.0.1:9/", "--user", "alice=env:SHOP_PASSWORD", "--trust", "no.pem")]
    [TestCase("has no effect with --target", "--trust", "README.md")]
    [TestCase("has no effect with --target", "--user", "alice=env:SHOP_PASSWORD")]
    [TestCase("is no address", "shop")]
    [TestCase("the reference has none", "--write-policy")]
    [TestCase("5 minutes or more", "--longest", "2 minutes")]
    [TestCase("--longest soon", "--longest", "soon")]
    [TestCase("expected an app of kind", "--app", "nobody", "--browser", "simulated")]
    [TestCase("Expected a measure.json", "--compare", "README.md")]
    [TestCase("Expected a measure.json", "--compare", "no-such-file.json")]
    public async Task A_mistake_is_answered(string said, params string[] arguments)
    {
        var (code, _, error) = await MeasureAsync([.. arguments, "--out", Out]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(said));
    }

    private static Task<(int Code, string Output, string Error)> MeasureAsync(params string[] arguments) =>
        MeasureAsync(arguments, SmallSite.Password);

    private static async Task<(int Code, string Output, string Error)> MeasureAsync(string[] arguments, string password)
    {
        var secret = new Dictionary<string, string>(StringComparer.Ordinal) { ["SHOP_PASSWORD"] = password };
        using var kmsi = Kmsi.Start(secret, ["measure", .. arguments]);
        return await kmsi.EndAsync();
    }
}
