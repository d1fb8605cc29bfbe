using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Targets.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>A product whose time is set by a call.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ClockHookTests : IDisposable
{
    // Its time is the system's plus what /clock was told, in seconds.
    private const string Server = """
        let ahead = 0;
        require('node:http').createServer(async (request, response) => {
          if (request.url === '/clock') ahead = JSON.parse((await request.toArray()).join('')).offset * FACTOR;
          response.setHeader('date', new Date(Date.now() + ahead * 1000).toUTCString());
          response.end();
        }).listen(process.env.PORT, '127.0.0.1');
        """;

    private const string Hook = """
        clock:
          hook:
            address: http://localhost:{port:login}/clock
            body: '{"offset": {offset}}'
        """;

    private readonly SmallProduct _small = new();

    public void Dispose() => _small.Dispose();

    [Test]
    public async Task It_is_told_and_its_answers_prove_that_it_follows()
    {
        await using var product = await StartAsync("1");
        await product.Clock!.ProveAsync(CancellationToken.None);
        await product.Clock.FollowAsync(TimeSpan.FromDays(90), CancellationToken.None);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(product.Places.Fill("http://localhost:{port:login}/"));
        var ahead = answer.Headers.Date - TimeProvider.System.GetUtcNow();
        Assert.That(ahead, Is.EqualTo(TimeSpan.FromDays(90)).Within(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task One_that_hears_and_does_otherwise_is_noticed()
    {
        await using var product = await StartAsync("2");
        Assert.That(
            async () => await product.Clock!.ProveAsync(CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("hook").And.Message.Contains("does not follow"));
    }

    [Test]
    public async Task A_call_that_nobody_takes_is_said_with_its_address()
    {
        await using var product = await StartAsync("1", ("{port:login}", "{port:nobody}"));
        Assert.That(
            async () => await product.Clock!.ProveAsync(CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("clock.hook").And.Message.Contains("failed"));
    }

    [Test]
    public void A_call_that_says_no_time_is_a_problem_of_the_file() =>
        Assert.That(
            () => _small.File("", ("clock: process", Hook.Replace("{offset}", "1", StringComparison.Ordinal))),
            Throws.TypeOf<SuiteException>().With.Message.Contains("says no time"));

    private Task<RunningProduct> StartAsync(string factor, params (string Found, string Replacement)[] change)
    {
        var hook = change.Aggregate(Hook, (text, one) => text.Replace(one.Found, one.Replacement, StringComparison.Ordinal));
        var file = _small.File(Server.Replace("FACTOR", factor, StringComparison.Ordinal), ("clock: process", hook));
        return RunningProduct.StartAsync(file, null, null, CancellationToken.None);
    }
}
