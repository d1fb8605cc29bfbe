using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>A small site, and the target file that describes it.</summary>
internal sealed class DescribedSite : IAsyncDisposable
{
    private const string Text = """
        profile: web
        recipe: our.yaml
        protocol: none
        kind: remote
        address: ORIGIN
        policy:
          session: 20 hours
          keep-alive: 14 days
          expiry: rolling
          keep-me-signed-in: offered
          from: this test
        apps:
          groceries: { kind: site, protected: /account, sign-in: /sign-in, return-parameter: next }
        users:
          alice: { name: alice, password: "file:secret" }
          bob: { name: bob, password: "file:secret" }
        clock: none
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-site-");
    private readonly SmallSite _site;
    private RemoteTargetKind? _kind;

    private DescribedSite(SmallSite site) => _site = site;

    public TargetFile File { get; private set; } = null!;

    public IWorldFactory Worlds { get; private set; } = null!;

    /// <summary>Starts a site and describes it.</summary>
    /// <param name="wrong">What is wrong with the site; empty for nothing.</param>
    /// <param name="change">What is to be replaced in the file, and by what.</param>
    /// <param name="browser">The browser that visits it; null for the simulated one.</param>
    public static async Task<DescribedSite> StartAsync(
        string wrong = "", (string From, string To) change = default, ReadyBrowser? browser = null)
    {
        var described = new DescribedSite(await SmallSite.StartAsync(wrong));
        var text = Text.Replace("ORIGIN", described._site.Origin, StringComparison.Ordinal);
        await described.WriteAsync("secret", SmallSite.Password);
        await described.WriteAsync("our.yaml", """
            extends: generic
            signed-in-as: ["#who"]
            end-sessions: ["#end"]
            listed-session: ["li.other"]
            """);
        if (change.From is not null) text = text.Replace(change.From, change.To, StringComparison.Ordinal);
        await described.WriteAsync("site.yaml", text);
        described.File = new TargetFileReader(RealBrowser.Suite).Read(Path.Combine(described._folder.FullName, "site.yaml"));
        described._kind = new RemoteTargetKind(described.File);
        await described._kind.PrepareAsync(null, _ => { }, CancellationToken.None);
        described.Worlds = new WorldFactory(
            browser ?? await RealBrowser.SimulatedAsync(), described._kind, described.File.Recipe, null, TimeSpan.FromSeconds(20));
        return described;
    }

    /// <summary>The password that opens an account now.</summary>
    public string PasswordOf(string user) => _site.PasswordOf(user);

    /// <summary>The traces that requests said they belong to.</summary>
    public IReadOnlyCollection<string> Traces => _site.Traces;

    /// <summary>Ends the site, as a service may end while it is judged.</summary>
    public ValueTask EndAsync() => _site.DisposeAsync();

    /// <summary>Plays a scenario of which only the steps are given.</summary>
    public async Task<ScenarioRecord> PlayAsync(string steps) => (await RunAsync(steps)).Scenarios.Single();

    /// <summary>The same, so many times.</summary>
    public async Task<RunRecord> RunAsync(string steps, int times = 1)
    {
        var schema = SchemaCheck.Read(Path.Combine(RealBrowser.Suite.Folder, "scenario.schema.json"));
        var read = new ScenarioReader(schema, ["web"]).Read(
            "own/one", YamlFile.Parse($"title: A scenario of this test\nrequirements: [W-01]\nneeds: {{}}\nsteps:\n{steps}", "one.yaml"));
        var scenario = read.Under(RealBrowser.Suite.Profiles.First(profile => profile.Id == "web"));
        List<Scenario> scenarios = [.. Enumerable.Range(1, times).Select(number => scenario with { Id = $"own/{number}" })];
        var options = new RunOptions(RealBrowser.Suite, scenarios, "web", Worlds, 1, RunOptions.StandardStepLimit, null, []);
        return await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_kind is not null) await _kind.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Task WriteAsync(string name, string text) => System.IO.File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);
}
