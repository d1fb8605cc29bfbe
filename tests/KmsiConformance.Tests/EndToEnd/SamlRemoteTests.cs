using System.Net;
using System.Net.Sockets;
using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Probing;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>A login endpoint that runs already and speaks SAML, alone or beside OpenID Connect, by a file as a team would write.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SamlRemoteTests
{
    private const string Policy = "B2C_1A_signin";
    private const string OpenIdConnect = "profile: b2c-2020-12\nprotocol: openid-connect";
    private const string SamlAlone = "profile: saml\nprotocol: saml";

    private readonly int _port = FreePort();
    private DirectoryInfo _folder = null!;
    private ReferenceServer _login = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-saml-");
        var settings = new SessionSettings(SsoScope.Tenant, 14, ExpiryType.Absolute, 1200, false);
        var openId = PolicyReader.Parse(PolicyWriter.Write(settings, Policy, "kmsidemo.onmicrosoft.com", true, KnownProfiles.Default));
        _login = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = TimeProvider.System,
            Readings = KnownProfiles.Default,
            Policies = [openId, PolicyReader.Parse(PolicyWriter.WriteForSaml(openId, Policy + "_saml"), openId)],
            Apps =
            [
                .. new[] { "groceries", "pharmacy", "garage" }.Select(app =>
                    new AppRegistration($"urn:{app}", app, []) { SamlMetadata = $"{Origin(app)}/saml/metadata" }),
                new AppRegistration("shop", "shop", [$"{Origin("groceries")}/signin-oidc"], $"{Origin("groceries")}/signed-out-there"),
            ],
        });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _login.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task One_that_speaks_SAML_alone_is_as_its_file_says_and_is_judged()
    {
        var file = File(SamlAlone, Apps("groceries", "pharmacy"));
        var found = await ProbeAsync(file);
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(
            found.Select(one => one.What),
            Has.One.EqualTo("pharmacy gets an assertion that it can accept").And.One.EqualTo("pharmacy is returned to after a sign-out"));
        await PassesAsync(
            file, "scope/tenant-serves-both-apps", "single-sign-out/every-app-of-the-session-is-told",
            "prompt/none-without-a-session-is-an-error", "declared-policy/a-sign-out-ends-a-kept-session");
    }

    [Test]
    public async Task One_that_speaks_both_is_judged_by_scenarios_with_apps_of_both_kinds() => await PassesAsync(
        File(
            $"{OpenIdConnect}\ndiscovery: {_login.Discovery(Policy)}",
            $"  groceries: {{ client-id: shop, origin: \"{Origin("groceries")}\", front-channel: /signed-out-there }}\n" + Apps("garage")),
        "saml/a-saml-app-signs-everybody-out", "saml/a-sign-out-elsewhere-tells-the-saml-app");

    [Test]
    public async Task An_app_that_it_does_not_know_is_said_with_the_mend()
    {
        var apps = Apps("groceries", "pharmacy").Replace("urn:pharmacy", "urn:drugs", StringComparison.Ordinal);
        var wrong = (await ProbeAsync(File(SamlAlone, apps))).Single(one => one.Problem is not null);
        Assert.That(wrong.What, Is.EqualTo("pharmacy is registered with the entity id urn:drugs and its AssertionConsumerService"));
        Assert.That(wrong.Problem, Does.Contain($"Register {Origin("pharmacy")}/saml/acs as AssertionConsumerService (POST) of urn:drugs"));
        Assert.That(wrong.Owner, Is.EqualTo(Owner.Registration));
    }

    private static async Task PassesAsync(TargetFile file, params string[] scenarios)
    {
        var (target, worlds) = await WorldsAsync(file);
        await using (target)
        {
            var run = await RealBrowser.RunAsync(worlds, file.Profile, null, scenarios);
            Assert.That(
                RealBrowser.Verdicts(run), Is.EquivalentTo(scenarios.ToDictionary(id => id, _ => Verdict.Passed)),
                string.Join("\n", run.Scenarios.Select(scenario => $"{scenario.Id}: {scenario.Reason}")));
        }
    }

    private static async Task<IReadOnlyList<Finding>> ProbeAsync(TargetFile file)
    {
        var (target, worlds) = await WorldsAsync(file);
        await using (target) return await new TargetProbe(file, worlds, TimeSpan.FromSeconds(30)).RunAsync(CancellationToken.None);
    }

    private static async Task<(RemoteTargetKind Target, WorldFactory Worlds)> WorldsAsync(TargetFile file)
    {
        var target = new RemoteTargetKind(file);
        await target.PrepareAsync(null, TestContext.Progress.WriteLine, CancellationToken.None);
        return (target, new WorldFactory(await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20)));
    }

    private TargetFile File(string says, string apps)
    {
        var alice = ReferenceUsers.Standard.First(user => user.UserName.StartsWith("alice", StringComparison.Ordinal));
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "alice"), alice.Password);
        var path = Path.Combine(_folder.FullName, "remote.yaml");
        System.IO.File.WriteAllText(path, $"""
            {says}
            saml-metadata: {_login.SamlMetadata(Policy + "_saml")}
            recipe: b2c
            kind: remote
            clock: none
            policy:
              session: 20 minutes
              keep-alive: 14 days
              expiry: absolute
              scope: tenant
              keep-me-signed-in: offered
              from: the policy of this test
            users:
              alice:
                name: {alice.UserName}
                password: file:alice
            apps:
            {apps}
            """);
        return new TargetFileReader(RealBrowser.Suite).Read(path);
    }

    private string Apps(params string[] apps) => string.Join('\n', apps.Select(app =>
        $"  {app}: {{ kind: saml, entity-id: \"urn:{app}\", origin: \"{Origin(app)}\", single-logout: /saml/slo }}"));

    private string Origin(string app) => $"https://{app}.localhost:{_port}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
