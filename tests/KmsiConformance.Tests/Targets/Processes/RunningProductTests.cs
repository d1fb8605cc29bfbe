using System.Globalization;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Processes;

/// <summary>Products as the harness starts, moves and ends them. Node stands for them; CI has it.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RunningProductTests : IDisposable
{
    private readonly SmallProduct _small = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _small.Dispose();
    }

    [Test]
    public async Task It_is_started_answers_and_is_ended_with_its_children()
    {
        var file = _small.File(SmallProduct.Server);
        var product = await StartAsync(file);
        var ids = (await _http.GetStringAsync(product.Places.Fill("http://localhost:{port:login}/pid"))).Split(' ')
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList();
        Assert.That(ids.Select(ProcessTree.IsAlive), Is.All.True);
        Assert.That(product.Gone, Is.Null);

        await product.DisposeAsync();
        Assert.That(() => ids.Select(ProcessTree.IsAlive), Is.All.False.After(5).Seconds.PollEvery(50).MilliSeconds);
    }

    [Test]
    public async Task Its_clock_follows_and_only_when_its_own_answers_say_so()
    {
        var clock = Clock();
        await using var product = await RunningProduct.StartAsync(
            _small.File(SmallProduct.Server), () => clock, null, CancellationToken.None);
        await product.Clock!.ProveAsync(CancellationToken.None);
        await product.Clock.FollowAsync(TimeSpan.FromDays(30), CancellationToken.None);
        using var answer = await _http.GetAsync(product.Places.Fill("http://localhost:{port:login}/"));
        Assert.That(
            answer.Headers.Date - TimeProvider.System.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(30)).Within(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task A_clock_that_does_not_move_is_noticed()
    {
        var file = _small.File(SmallProduct.Server, ("[node, product.cjs]", "[env, -u, LD_PRELOAD, node, product.cjs]"));
        var clock = Clock();
        await using var product = await RunningProduct.StartAsync(file, () => clock, null, CancellationToken.None);
        Assert.That(
            async () => await product.Clock!.ProveAsync(CancellationToken.None),
            Throws.TypeOf<TargetException>().With.Message.Contains("does not follow").And.Message.Contains("clock: none"));
    }

    [Test]
    public async Task One_that_ends_says_what_it_last_said()
    {
        await using var product = await StartAsync(_small.File(SmallProduct.Server));
        Assert.That(
            async () => await _http.GetStringAsync(product.Places.Fill("http://localhost:{port:login}/end")),
            Throws.TypeOf<HttpRequestException>());
        Assert.That(
            () => product.Gone, Does.Contain("exit code 7").And.Contain("out of memory").After(5).Seconds.PollEvery(20).MilliSeconds);
    }

    [Test]
    public void One_that_does_not_start_is_said_with_its_words()
    {
        var file = _small.File("console.error('no database'); process.exit(3);");
        Assert.That(
            async () => await StartAsync(file),
            Throws.TypeOf<TargetException>().With.Message.Contains("exit code 3").And.Message.Contains("start.command"));
    }

    [Test]
    public async Task What_no_clock_has_to_do_with_is_said_once_for_all()
    {
        var file = _small.File("process.exit(3);");
        await using var kind = new ProcessTargetKind(file, [("one", Clock), ("another", Clock)]);
        var refused = await Assert.ThrowsAsync<TargetException>(() => kind.PrepareAsync(null, _ => { }, CancellationToken.None));
        Assert.That(refused!.Message, Does.StartWith("one, another: ").And.Contain(file.Folder));
        Assert.That(refused.Message.Split("exit code 3"), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_program_that_is_not_there_is_said()
    {
        var file = _small.File("", ("[node, product.cjs]", "[no-such-program-here]"));
        Assert.That(async () => await StartAsync(file), Throws.TypeOf<TargetException>().With.Message.Contains("no-such-program-here"));
    }

    [Test]
    public void One_that_is_never_ready_is_given_up_and_ended()
    {
        var file = _small.File("setInterval(() => {}, 1000);", ("  ready: http", "  ready-within: 1 second\n  ready: http"));
        Assert.That(
            async () => await StartAsync(file),
            Throws.TypeOf<TargetException>().With.Message.Contains("not ready within 1 s").And.Message.Contains("start.ready-within"));
    }

    [Test]
    public async Task What_left_its_session_is_ended_too()
    {
        var file = _small.File(SmallProduct.Server, ("[node, product.cjs]", "[sh, -c, \"setsid node product.cjs & sleep 300\"]"));
        var product = await StartAsync(file);
        var said = await _http.GetStringAsync(product.Places.Fill("http://localhost:{port:login}/pid"));
        var id = int.Parse(said.Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.That(ProcessTree.IsAlive(id), Is.True);
        await product.DisposeAsync();
        Assert.That(() => ProcessTree.IsAlive(id), Is.False.After(5).Seconds.PollEvery(50).MilliSeconds);
    }

    [Test]
    public async Task Somebody_else_at_its_address_is_not_taken_for_it()
    {
        await using var other = await StartAsync(_small.File(SmallProduct.Server));
        var port = other.Places.Fill("{port:login}");
        var file = _small.File(SmallProduct.Server, ("{port:login}", port));
        Assert.That(
            async () => await StartAsync(file),
            Throws.TypeOf<TargetException>().With.Message.Contains("before the product was started"));
    }

    [Test]
    public async Task What_it_says_is_kept_without_its_secrets()
    {
        var file = _small.File(SmallProduct.Server);
        var log = Path.Combine(file.Folder, "kept", "product.log");
        var product = await RunningProduct.StartAsync(file, null, log, CancellationToken.None);
        await product.DisposeAsync();
        var kept = await File.ReadAllTextAsync(log);
        Assert.That(kept, Does.Contain("asked for / with ***"));
        Assert.That(kept, Does.Not.Contain(product.Places.Password("alice")));
    }

    private static Task<RunningProduct> StartAsync(TargetFile file) =>
        RunningProduct.StartAsync(file, null, null, CancellationToken.None);

    // The first kind that can be had here.
    private static IProcessClock Clock()
    {
        foreach (var (_, make) in ClockChoice.Providers)
        {
            try
            {
                return make();
            }
            catch (ClockUnavailableException)
            {
                // The next.
            }
        }

        Assert.Ignore("Neither a compiler nor libfaketime is here, so no process's clock can be moved.");
        throw new InvalidOperationException("Ignored above.");
    }
}
