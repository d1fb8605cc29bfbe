using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Queues;
using KmsiConformance.Runner;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;
using StackExchange.Redis;

namespace KmsiConformance.Tests.Queues;

/// <summary>What a queue promises, on the servers that people have.</summary>
[Platform("Linux")]
[TestFixture("redis")]
[TestFixture("garnet")]
internal sealed class RedisQueueTests(string kind)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private static readonly IReadOnlyList<Scenario> Plan =
        [.. RealBrowser.Suite.Select(RealBrowser.DefaultProfile, []).OrderBy(one => one.Id, StringComparer.Ordinal).Take(3)];

    private static readonly Dictionary<string, long> Times = new(StringComparer.Ordinal)
    {
        [Plan[0].Id] = 200, [Plan[1].Id] = 3_000_000_000_000, [Plan[2].Id] = 10_000,
    };

    private RedisServer _server = null!;

    [OneTimeSetUp]
    public async Task ServeAsync() => _server = kind == "redis" ? await RedisServer.StartAsync() : await GarnetAsync();

    [OneTimeTearDown]
    public void End() => _server.Dispose();

    [Test]
    public async Task The_longest_is_given_first_and_each_to_one()
    {
        await using var one = await JoinAsync("longest");
        await using var other = await JoinAsync("longest");
        var (first, second, third) = (await TakeAsync(one), await TakeAsync(other), await TakeAsync(one));
        Assert.That(
            new[] { first, second, third }.Select(given => given!.Scenario.Id), Is.EqualTo(new[] { Plan[1].Id, Plan[2].Id, Plan[0].Id }));
        Assert.That(new[] { first, second, third }.Select(given => given!.Losses), Is.All.Zero);
        foreach (var given in new[] { first, second, third }) Assert.That(await one.AcceptAsync(given!.Scenario, default));
        Assert.That(await TakeAsync(other), Is.Null, "all have a result");
    }

    [Test]
    public async Task What_a_worker_had_that_is_gone_is_given_to_another_and_counted()
    {
        var gone = await JoinAsync("lost");
        var lost = await TakeAsync(gone);
        await gone.DisposeAsync();
        for (var losses = 1; losses <= GivenScenario.MostLosses; losses++)
        {
            var next = await JoinAsync("lost");
            GivenScenario? again;
            do again = await TakeAsync(next);
            while (again!.Scenario.Id != lost!.Scenario.Id);
            Assert.That(again.Losses, Is.EqualTo(losses));
            await next.DisposeAsync();
        }
    }

    [Test]
    public async Task A_worker_that_lives_keeps_what_it_has_however_long_it_takes()
    {
        await using var slow = await JoinAsync("slow");
        await using var other = await JoinAsync("slow");
        var mine = await TakeAsync(slow);
        for (var taken = 0; taken < 2; taken++) await other.AcceptAsync((await TakeAsync(other))!.Scenario, default);

        var said = new Waiting();
        var waiting = TakeAsync(other, said);
        await RealTime.Delay(Lease * 2);
        Assert.That(waiting.IsCompleted, Is.False, "it waits: the other might be lost");
        Assert.That(said.For, Is.EqualTo(["the other workers, who are at the last scenarios"]), "once");
        Assert.That(await slow.AcceptAsync(mine!.Scenario, default));
        Assert.That(await waiting, Is.Null);
    }

    [Test]
    public async Task The_first_result_counts_whoever_has_the_lease()
    {
        await using var stalled = await JoinAsync("first");
        var mine = await TakeAsync(stalled);
        await ServerAsync(database => database.SortedSetAddAsync("kmsi:{first}:leases", mine!.Scenario.Id, 0));
        await using var other = await JoinAsync("first");
        Assert.That((await TakeAsync(other))!.Scenario.Id, Is.EqualTo(mine!.Scenario.Id));

        Assert.That(await stalled.AcceptAsync(mine.Scenario, default), "it was first");
        Assert.That(await other.AcceptAsync(mine.Scenario, default), Is.False);
        Assert.That(await stalled.AcceptAsync(mine.Scenario, default), "asked again, because the answer was lost");
    }

    [Test]
    public async Task A_worker_that_stood_still_does_not_run_anything_twice_at_once()
    {
        await using var stalled = await JoinAsync("stalled");
        var mine = await TakeAsync(stalled);
        await ServerAsync(database => database.SortedSetAddAsync("kmsi:{stalled}:leases", mine!.Scenario.Id, 0));
        Assert.That((await TakeAsync(stalled))!.Scenario.Id, Is.Not.EqualTo(mine!.Scenario.Id));
    }

    [Test]
    public async Task What_is_interrupted_waits_again_and_was_not_lost()
    {
        await using var one = await JoinAsync("back");
        await using var other = await JoinAsync("back");
        var given = await TakeAsync(one);
        await one.GiveBackAsync(given!.Scenario);
        var again = await TakeAsync(other);
        Assert.That((again!.Scenario.Id, again.Losses), Is.EqualTo((given.Scenario.Id, 0)));

        await one.GiveBackAsync(given.Scenario);
        Assert.That((await TakeAsync(one))!.Scenario.Id, Is.Not.EqualTo(given.Scenario.Id), "it has been another's since");
    }

    [Test]
    public async Task A_queue_that_somebody_deletes_ends_the_work_with_a_reason()
    {
        await using var one = await JoinAsync("deleted");
        var given = await TakeAsync(one);
        await ServerAsync(database => database.KeyDeleteAsync("kmsi:{deleted}:plan"));
        Assert.That(async () => await TakeAsync(one), Throws.TypeOf<QueueException>().With.Message.Contains("not there any more"));
        Assert.That(async () => await one.AcceptAsync(given!.Scenario, default), Throws.TypeOf<QueueException>());
    }

    [Test]
    public async Task A_queue_that_is_filled_again_is_another_one()
    {
        await using var before = await JoinAsync("again");
        var given = await TakeAsync(before);
        await ServerAsync(async database =>
        {
            foreach (var part in new[] { "plan", "waiting", "weights", "leases", "holders", "done" })
                await database.KeyDeleteAsync($"kmsi:{{again}}:{part}");
        });
        await using var after = await JoinAsync("again");
        Assert.That(async () => await before.AcceptAsync(given!.Scenario, default), Throws.TypeOf<QueueException>());
        Assert.That(async () => await TakeAsync(before), Throws.TypeOf<QueueException>());
        Assert.That((await TakeAsync(after))!.Scenario.Id, Is.EqualTo(given!.Scenario.Id), "the new one begins anew");
    }

    [TestCase("waiting")]
    [TestCase("done")]
    public async Task A_queue_that_has_lost_a_part_is_never_over(string part)
    {
        await using var one = await JoinAsync($"part-{part}");
        await one.AcceptAsync((await TakeAsync(one))!.Scenario, default);
        if (part == "done")
            for (var taken = 0; taken < 2; taken++) await one.AcceptAsync((await TakeAsync(one))!.Scenario, default);
        await ServerAsync(database => database.KeyDeleteAsync($"kmsi:{{part-{part}}}:{part}"));
        Assert.That(async () => await TakeAsync(one), Throws.TypeOf<QueueException>().With.Message.Contains("a part of it"));
    }

    [Test]
    public async Task Nothing_stays_for_ever()
    {
        await using var one = await JoinAsync("kept");
        var given = await TakeAsync(one);
        await one.AcceptAsync(given!.Scenario, default);
        await TakeAsync(one);
        foreach (var part in new[] { "plan", "waiting", "weights", "leases", "holders", "done" })
        {
            TimeSpan? left = null;
            await ServerAsync(async database => left = await database.KeyTimeToLiveAsync($"kmsi:{{kept}}:{part}"));
            Assert.That(left, Is.Not.Null.And.GreaterThan(TimeSpan.FromDays(6)).And.LessThanOrEqualTo(TimeSpan.FromDays(7)), part);
        }
    }

    private static async Task<GivenScenario?> TakeAsync(RedisQueue queue, IRunProgress? progress = null)
    {
        await foreach (var given in queue.GiveAsync(progress ?? new NoProgress(), default)) return given;
        return null;
    }

    private Task<RedisQueue> JoinAsync(string name) => JoinAsync(_server, name);

    /// <summary>Joins a queue of three scenarios.</summary>
    internal static async Task<RedisQueue> JoinAsync(RedisServer server, string name) => await RedisQueue.JoinAsync(
        QueueAddress.Parse(server.Address, password: null), name, Head(), Plan, Times, Lease, default);

    private static RunRecord Head() => new()
    {
        Id = "run", Tool = ToolRecord.Current, StartedUtc = DateTimeOffset.UnixEpoch, DurationMs = 0, Profile = RealBrowser.DefaultProfile,
        Target = new TargetRecord("reference", "reference"), Browser = new BrowserRecord("simulated", "1"),
        Clock = new ClockRecord("virtual", "it moves"), Complete = true, Counts = new Dictionary<string, int>(StringComparer.Ordinal),
        Scenarios = [], Requirements = [],
    };

    private async Task ServerAsync(Func<IDatabase, Task> work)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_server.Port}");
        await work(connection.GetDatabase());
    }

    // Installed as '.config/dotnet-tools.json' says, by 'dotnet tool restore'.
    private static Task<RedisServer> GarnetAsync() => RedisServer.StartAsync(
        "dotnet", port => ["tool", "run", "garnet-server", "--", "--port", port, "--bind", "127.0.0.1", "--lua", "-m", "64m", "-i", "16m"]);
}
