using KmsiConformance.Sites;
using KmsiConformance.Tests.EndToEnd.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>A first target file, written from what a provider says of itself.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProbeAddressTests
{
    private LoopbackServer _site = null!;
    private DirectoryInfo _folder = null!;

    private string Issuer => $"http://127.0.0.1:{new Uri(_site.Origin("login")).Port}";

    private string Written => Path.Combine(_folder.FullName, "first.yaml");

    [SetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-first-");
        _site = await LoopbackServer.StartPlainAsync(TimeProvider.System, app =>
        {
            app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = $"{Issuer}/authorize",
                ["prompt_values_supported"] = new[] { "login" },
                ["response_modes_supported"] = new[] { "query", "form_post" },
                ["backchannel_logout_supported"] = true,
            }));
            app.MapGet("/plain/", () => Results.Content("<title>Sign in</title>", "text/html"));
            app.MapGet("/other/.well-known/openid-configuration", () => Results.Json(new { issuer = "https://login.example" }));
        });
    }

    [TearDown]
    public async Task End()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task The_file_says_what_the_provider_does_and_can_be_read_at_once()
    {
        var (code, output, error) = await ProbeAsync(Issuer, "--user", "alice@example.org=env:ALICE", "--user", "carol=env:CAROL");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain(Written).And.Contain("register the apps"));
        Assert.That(
            await File.ReadAllTextAsync(Written),
            Does.Contain("alice: { name: 'alice@example.org', password: 'env:ALICE' }").And.Contain("carol: { name: 'carol'")
                .And.Contain("prompt: 'prompt_values_supported lacks none'").And.Contain("sign-out:").And.Contain("session-state:")
                .And.Contain("response-modes: [query, form_post]").And.Contain("back-channel: http://127.0.0.1:4813/")
                .And.Contain("https://groceries.localhost:4811/signin-oidc").And.Contain("recipe: 'generic'").And.Contain("GUESS")
                .And.Not.Contain("front-channel"));
        var (listed, list, why) = await Kmsi.RunAsync("list", "--target", Written);
        Assert.That(listed, Is.Zero, why);
        Assert.That(list, Does.Match("[1-9][0-9]* of them run at first"));
    }

    [Test]
    public async Task A_file_that_is_there_is_left_alone_without_force()
    {
        await File.WriteAllTextAsync(Written, "mine");
        var (code, _, error) = await ProbeAsync(Issuer, "--user", "alice=env:ALICE");
        Assert.That((code, await File.ReadAllTextAsync(Written)), Is.EqualTo((2, "mine")));
        Assert.That(error, Does.Contain("--force"));
        Assert.That((await ProbeAsync(Issuer, "--user", "alice=env:ALICE", "--force")).ExitCode, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(Written), Does.Contain("profile: oidc"));
    }

    [TestCase("/plain/.well-known/openid-configuration", "alice=env:A", "There is no discovery document")]
    [TestCase("/other", "alice=env:A", "names the issuer https://login.example")]
    [TestCase("", "alice=hunter2", "env:NAME or file:PATH")]
    [TestCase("", "alice", "NAME=VALUE")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(string path, string user, string said)
    {
        var (code, output, error) = await ProbeAsync(Issuer + path, "--user", user);
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain(said).And.Not.Contain("hunter2"));
        Assert.That(File.Exists(Written), Is.False, output);
    }

    [TestCase("/account", "'/account'\n", "sign-in: '/sign-in'")]
    [TestCase("/sign-in", "'/account'  # GUESS", "# sign-in: /sign-in")]
    public async Task A_plain_sign_in_page_gets_a_file_that_can_be_judged(string page, string shown, string signIn)
    {
        await using var site = await SmallSite.StartAsync();
        var (code, output, error) = await ProbeAsSomebodyAsync(site.Origin + page);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain(Written));
        Assert.That(
            await File.ReadAllTextAsync(Written),
            Does.Contain($"protected: {shown}").And.Contain(signIn).And.Contain("protocol: none").And.Contain("keep-me-signed-in: offered")
                .And.Contain("# keep-alive: 14 days").And.Contain("the cookie sid").And.Not.Contain(SmallSite.Password));
        Assert.That(Directory.GetFileSystemEntries(_folder.FullName), Has.Length.EqualTo(1), "what was only for the look is gone");
        var unread = await LookAsync();
        Assert.That(unread.Output, Does.Contain("policy.from still begins with 'not said yet'"));
        await ReadThroughAsync();
        var probed = await LookAsync();
        Assert.That(probed.ExitCode, Is.Zero, probed.Output + probed.Error);
        Assert.That(probed.Output, Does.Not.Contain("not said yet"));
        var (_, list, _) = await Kmsi.RunAsync("list", "--target", Written);
        Assert.That(list, Does.Match("[1-9][0-9]* of these need time to pass, and the target's cannot be moved"));
    }

    [Test]
    public async Task A_session_cookie_that_the_recipe_does_not_know_is_written_down()
    {
        await using var site = await SmallSite.StartAsync("names its cookie oddly");
        var (code, _, error) = await ProbeAsSomebodyAsync(site.Origin + "/account");
        Assert.That(code, Is.Zero, error);
        Assert.That(await File.ReadAllTextAsync(Written), Does.Contain("cookies:\n  sso: ['shop-auth']\n").And.Contain("GUESS"));
        await ReadThroughAsync();
        var probed = await LookAsync();
        Assert.That(probed.Output, Does.Contain("ok     the session cookie of the target is known"));
        Assert.That(probed.ExitCode, Is.Zero, probed.Output + probed.Error);
    }

    private async Task ReadThroughAsync() => await File.WriteAllTextAsync(
        Written, (await File.ReadAllTextAsync(Written)).Replace("not said yet;", "nothing is promised;", StringComparison.Ordinal));

    private async Task<(int ExitCode, string Output, string Error)> LookAsync()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = SmallSite.Password };
        using var kmsi = Kmsi.Start(environment, "probe", "--target", Written, "--browser", "simulated");
        return await kmsi.EndAsync();
    }

    [Test]
    public async Task A_page_without_a_sign_in_form_gets_none()
    {
        var (code, _, error) = await ProbeAsSomebodyAsync(Issuer + "/plain/");
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain("Nothing is written").And.Contain("Sign in"));
        Assert.That(Directory.GetFileSystemEntries(_folder.FullName), Is.Empty);
    }

    [Test]
    public async Task A_wrong_password_is_tried_once_and_said()
    {
        await using var site = await SmallSite.StartAsync();
        var (code, _, error) = await ProbeAsSomebodyAsync(site.Origin + "/account", "not-it-at-all");
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(
            error, Does.Contain("Nothing is written: alice was not let in").And.Contain("the right password").And.Not.Contain(" at Kmsi"));
        Assert.That(Directory.GetFileSystemEntries(_folder.FullName), Is.Empty);
    }

    private async Task<(int ExitCode, string Output, string Error)> ProbeAsSomebodyAsync(
        string address, string password = SmallSite.Password)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = password };
        using var kmsi = Kmsi.Start(environment, "probe", address, "--user", "alice=env:A", "--out", Written, "--browser", "simulated");
        return await kmsi.EndAsync();
    }

    private Task<(int ExitCode, string Output, string Error)> ProbeAsync(string address, params string[] more) =>
        Kmsi.RunAsync(["probe", address, "--out", Written, .. more]);
}
