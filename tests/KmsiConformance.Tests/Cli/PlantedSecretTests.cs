using System.Text;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>
/// Whatever goes wrong, nothing secret is told: not on the console, not in a record, not in a report. Everything secret in these runs
/// says <c>planted</c>.
/// </summary>
[Platform("Linux")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PlantedSecretTests : IDisposable
{
    private const string Query = "api_key=planted-key&csrf_token=planted-csrf&tx=StateProperties=planted-state";

    private const string Hooks = $$"""
        clock: none
        account-events:
          disabled:
            address: "http://localhost:{port:login}/hook?{{Query}}&user={user}"
            headers: { Authorization: "Bearer planted-bearer" }
            body: "{password:alice}"
          enabled: { address: "http://localhost:{port:login}/?user={user}" }
          password-changed:
            command: [node, -e, "console.error(process.argv.join()); process.exit(3)", "{user}", "{new-password}", "{password:alice}"]
          sessions-revoked: { address: "http://localhost:{port:nobody}/hook?{{Query}}&user={user}" }
        """;

    private static readonly string[] SignsIn = ["--only", "sign-in/a-live-session-asks-for-nothing"];

    private static readonly string[] Secrets =
    [
        "planted", Convert.ToBase64String(Encoding.UTF8.GetBytes($"shop:{PlantedProduct.ClientSecret}")),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-masks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestCase("start", "cannot start with *** at https://db.invalid/?sig=***")]
    [TestCase("exit", "1 ERROR")]
    [TestCase("error-answer", "the nonce *** of *** is gone")]
    [TestCase("no-tokens", "gave no id_token but server_error")]
    [TestCase("wrong-signature", "signature does not fit any key")]
    public Task A_product_in_trouble(string trouble, string said) =>
        RunAsync(Target("TROUBLE: \"none\"", $"TROUBLE: \"{trouble}\""), said, SignsIn);

    // The look before a run has this limit too, and must come to its end on a busy machine.
    [TestCase("deaf")]
    [TestCase("deaf-tokens")]
    public Task A_product_that_stops_answering(string trouble) =>
        RunAsync(Target("TROUBLE: \"none\"", $"TROUBLE: \"{trouble}\""), "did not come to rest", ["--step-limit", "6", .. SignsIn]);

    [Test]
    public Task A_wrong_password_that_the_page_repeats() => RunAsync(
        Target("TROUBLE: \"none\"", "TROUBLE: \"repeats\""), "PASSED", ["--only", "sign-in/a-wrong-password-creates-no-session"]);

    [Test]
    public Task A_product_that_is_never_ready() => RunAsync(
        Target("ready: http://localhost:{port:login}/", $"ready: http://localhost:{{port:nobody}}/?{Query}\n  ready-within: 1 second"),
        "was not ready within 1 s", SignsIn);

    [Test]
    public Task A_clock_that_cannot_be_called() => RunAsync(
        Target("clock: none", $$"""clock: { hook: { address: "http://localhost:{port:nobody}/?{{Query}}", body: "{offset}" } }"""),
        "'clock.hook'", SignsIn);

    [Test]
    public Task A_discovery_document_that_nobody_has() => RunAsync(
        Target("discovery: http://localhost:{port:login}/.well-known/openid-configuration",
            $"discovery: http://localhost:{{port:nobody}}/.well-known/openid-configuration?{Query}"),
        "Correct 'discovery'", SignsIn);

    [Test]
    public async Task Hooks_of_accounts_that_fail()
    {
        using var suite = new ScratchSuite();
        foreach (var happens in new[] { "disabled", "password-changed", "sessions-revoked" })
            suite.With($"mine/{happens}", $$"""
                title: Something happens to an account
                requirements: [N-49]
                profiles: [oidc]
                steps:
                  - sign-in: { user: alice, app: groceries }
                  - account: { user: alice, event: {{happens}} }
                  - open: groceries
                    expect: nobody-signed-in
                """);
        await RunAsync(Target("clock: none", Hooks), "failed: exit code 3", ["--scenarios", suite.Folder]);
    }

    [Test]
    public async Task A_call_of_a_recipe_to_a_host_that_is_not_there()
    {
        using var suite = new ScratchSuite();
        var recipe = Path.Combine(suite.Folder, "recipes", "b2c.yaml");
        const string Post = "post: \"{+hosts.tenant}/SelfAsserted?";
        var text = await File.ReadAllTextAsync(recipe);
        Assert.That(text, Does.Contain(Post));
        await File.WriteAllTextAsync(
            recipe, text.Replace(Post, $"post: \"http://127.0.0.1:9/SelfAsserted?{Query}&", StringComparison.Ordinal));
        suite.With("mine/signs-in", """
            title: Somebody signs in
            requirements: [R-002]
            profiles: [b2c-2020-12]
            steps:
              - sign-in: { user: alice, app: groceries }
                expect: signed-in
            """);
        await RunAsync(null, "127.0.0.1:9/SelfAsserted?api_key=***&csrf_token=***", ["--scenarios", suite.Folder]);
    }

    private string Target(string found, string replacement)
    {
        var text = PlantedProduct.Target.Replace(found, replacement, StringComparison.Ordinal);
        Assert.That(text, Does.Contain(replacement), $"{found} is not in it");
        var file = Path.Combine(_folder.FullName, "shop.yaml");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task RunAsync(string? target, string said, string[] more)
    {
        var run = Path.Combine(_folder.FullName, "run");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TEST_PASSWORD"] = PlantedProduct.Password, ["TEST_SECRET"] = PlantedProduct.ClientSecret,
        };
        using var kmsi = Kmsi.Start(environment, ["run", .. target is null ? Array.Empty<string>() : ["--target", target],
            "--browser", "simulated", "--workers", "1", "--out", run, .. more]);
        var (_, output, error) = await kmsi.EndAsync();

        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["console"] = output + error };
        if (Directory.Exists(run))
            foreach (var file in Directory.EnumerateFiles(run, "*", SearchOption.AllDirectories))
                texts[Path.GetRelativePath(run, file)] = await File.ReadAllTextAsync(file);
        Assert.That(texts["console"], Does.Contain(said), "the trouble that is meant");
        Assert.That(
            texts.SelectMany(text => Secrets.Where(secret => text.Value.Contains(secret, StringComparison.OrdinalIgnoreCase))
                .Select(secret => $"{text.Key}: …{Around(text.Value, secret)}…")),
            Is.Empty, "mask it where it is read");
    }

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 60)];
    }
}
