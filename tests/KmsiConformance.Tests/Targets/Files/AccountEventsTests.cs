using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Targets.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>A product that is told of what happens to its accounts.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AccountEventsTests : IDisposable
{
    // Keeps what it was told, and shows it.
    private const string Server = """
        const told = [];
        require('node:http').createServer(async (request, response) => {
          if (request.url === '/told') { response.end(told.join('\n')); return; }
          if (request.url === '/fail') { response.statusCode = 500; }
          if (request.url === '/fail-later') response.statusCode = 503;
          if (request.url !== '/fail' && request.method !== 'GET') told.push(`${request.url} ${(await request.toArray()).join('')}`);
          response.end();
        }).listen(process.env.PORT, '127.0.0.1');
        """;

    private const string Events = """
        clock: none
        account-events:
          password-changed: { address: "http://localhost:{port:login}/password", body: '{"of": "{user}", "is": "{new-password}"}' }
          sessions-revoked: { address: "http://localhost:{port:login}/revoke/{user}", method: DELETE }
          disabled: { address: "http://localhost:{port:login}/disable/{user}" }
          enabled: { address: "http://localhost:{port:login}/enable/{user}" }
        """;

    private readonly SmallProduct _small = new();

    public void Dispose() => _small.Dispose();

    [Test]
    public async Task It_is_told_and_finds_its_accounts_as_they_were()
    {
        await using var product = await StartAsync(File(Events));
        var before = product.Places.Password("alice");
        string during;
        await using (var target = new DeclaredTarget(File(Events), product.Places, null, () => null))
        {
            await target.Accounts!.ChangeAsync("alice", "sessions-revoked", CancellationToken.None);
            await target.Accounts.ChangeAsync("alice", "password-changed", CancellationToken.None);
            await target.Accounts.ChangeAsync("alice", "disabled", CancellationToken.None);
            during = target.User("alice").Password;
        }

        string[] expected =
        [
            "/revoke/alice%40example.com ",
            $$"""/password {"of": "alice@example.com", "is": "{{during}}"}""",
            "/disable/alice%40example.com ",
            "/enable/alice%40example.com ",
            $$"""/password {"of": "alice@example.com", "is": "{{before}}"}""",
        ];
        using var http = new HttpClient();
        var told = await http.GetStringAsync(product.Places.Fill("http://localhost:{port:login}/told"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Split('\n'), Is.EqualTo(expected));
            Assert.That(during, Is.Not.EqualTo(before));
            Assert.That(Secrets.MaskText($"it said {during}"), Is.EqualTo("it said ***"));
        }
    }

    [Test]
    public async Task Where_each_scenario_has_a_product_of_its_own_nothing_is_put_back()
    {
        var file = File(Events, ("start:", "start:\n  fresh: scenario"));
        await using var product = await StartAsync(file);
        await using (var target = new DeclaredTarget(file, product.Places, null, () => null))
            await target.Accounts!.ChangeAsync("alice", "disabled", CancellationToken.None);
        using var http = new HttpClient();
        Assert.That(
            await http.GetStringAsync(product.Places.Fill("http://localhost:{port:login}/told")), Does.Not.Contain("enable"));
    }

    [Test]
    public async Task What_was_refused_halfway_is_put_back_and_one_that_cannot_be_keeps_no_other_from_it()
    {
        var file = File(Events.Replace("/enable/{user}\"", "/fail\", body: '{user}'", StringComparison.Ordinal)
            .Replace("/password\"", "/fail-later\"", StringComparison.Ordinal));
        await using var product = await StartAsync(file);
        var target = new DeclaredTarget(file, product.Places, null, () => null);
        await target.Accounts!.ChangeAsync("alice", "disabled", CancellationToken.None);
        Assert.That(
            async () => await target.Accounts.ChangeAsync("alice", "password-changed", CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("503"));
        Assert.That(
            async () => await target.DisposeAsync(),
            Throws.TypeOf<TargetException>().With.Message.Contains("alice").And.Message.Contains("put it back by hand"));
        using var http = new HttpClient();
        var told = await http.GetStringAsync(product.Places.Fill("http://localhost:{port:login}/told"));
        Assert.That(told, Does.EndWith($$"""/fail-later {"of": "alice@example.com", "is": "{{product.Places.Password("alice")}}"}"""));
    }

    [Test]
    public async Task One_that_refuses_is_said()
    {
        var file = File(Events.Replace("/revoke/{user}", "/fail?of={user}", StringComparison.Ordinal)
            .Replace("/fail?of={user}\", method: DELETE", "/fail\", body: '{user}'", StringComparison.Ordinal));
        await using var product = await StartAsync(file);
        await using var target = new DeclaredTarget(file, product.Places, null, () => null);
        Assert.That(
            async () => await target.Accounts!.ChangeAsync("alice", "sessions-revoked", CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("account-events.sessions-revoked").And.Message.Contains("500"));
    }

    [Test]
    public async Task A_command_is_told_in_its_words()
    {
        var events = "clock: none\naccount-events:\n  sessions-revoked: { command: [sh, -c, \"echo $0 > told.txt\", \"{user}\"] }";
        var file = File(events);
        await using var product = await StartAsync(file);
        await using var target = new DeclaredTarget(file, product.Places, null, () => null);
        await target.Accounts!.ChangeAsync("alice", "sessions-revoked", CancellationToken.None);
        Assert.That(
            await System.IO.File.ReadAllTextAsync(Path.Combine(file.Start!.Folder, "told.txt")), Is.EqualTo("alice@example.com\n"));
    }

    [TestCase("{user}\", method", "all\", method", "says no account")]
    [TestCase("{new-password}", "secret", "says no password")]
    [TestCase("/disable/{user}", "/disable/{user}/{new-password}", "There is no {new-password}")]
    [TestCase("  enabled: { address: \"http://localhost:{port:login}/enable/{user}\" }", "", "finds the account disabled")]
    [TestCase("disabled:", "deleted:", "deleted")]
    public void What_cannot_be_brought_about_is_a_problem_of_the_file(string found, string replacement, string says) => Assert.That(
        () => File(Events.Replace(found, replacement, StringComparison.Ordinal)),
        Throws.TypeOf<SuiteException>().With.Message.Contains(says));

    private TargetFile File(string events, params (string Found, string Replacement)[] change) =>
        _small.File(Server, [("clock: process", events), .. change]);

    private static Task<RunningProduct> StartAsync(TargetFile file) =>
        RunningProduct.StartAsync(file, null, null, CancellationToken.None);
}
