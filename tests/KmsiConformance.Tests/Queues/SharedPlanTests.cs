using KmsiConformance.Ledger;
using KmsiConformance.Tests.Cli;
using NUnit.Framework;

namespace KmsiConformance.Tests.Queues;

/// <summary>Workers that take from one queue, some of which die over it, come together to the run of one machine.</summary>
[Platform("Linux")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.Self)]
internal sealed class SharedPlanTests
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("kmsi-queue-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_scratch, recursive: true);

    [Test]
    public async Task Four_workers_two_of_which_are_killed_come_to_the_run_of_one()
    {
        using var redis = await RedisServer.StartAsync();
        string[] asked = ["run", "--profile", "b2c-2020-12", "--browser", "simulated", "--workers", "1", "--fault", "keeps-twice-as-long"];
        var whole = Folder("by-itself");
        var alone = Kmsi.RunAsync([.. asked, "--out", whole.Path]);
        using var first = Worker(redis, asked, "first");
        using var second = Worker(redis, asked, "second");
        using var third = Worker(redis, asked, "third");
        using var fourth = Worker(redis, asked, "fourth");
        await KillAfterAsync(first, 8);
        await KillAfterAsync(second, 15);
        var (_, _, error) = await third.EndAsync();
        await fourth.EndAsync();
        await alone;
        Assert.That(new[] { "first", "second" }.Select(name => Folder(name).ReadRun().Complete), Has.None.True, error);

        var merged = Folder("merged");
        var (code, output, told) = await Kmsi.RunAsync(
            ["merge", .. new[] { "fourth", "second", "first", "third" }.Select(name => Folder(name).Path), "--out", merged.Path]);

        Assert.That(code, Is.EqualTo(1), told);
        Assert.That(output, Does.Contain("Merged from 4 runs: first, fourth, second, third.").And.Contain("was given anew"));
        SameRuns.Demand(merged, whole);
        var (judged, words, _) = await Kmsi.RunAsync("judge", merged.Path);
        Assert.That((judged, words.Contains("(was ", StringComparison.Ordinal)), Is.EqualTo((1, false)));
    }

    [Test]
    public async Task A_queue_that_is_not_there_or_has_another_plan_is_refused_before_anything_runs()
    {
        using var redis = await RedisServer.StartAsync();
        string[] asked = ["run", "--browser", "simulated", "--queue", redis.Address, "--queue-name", "tonight"];
        await Kmsi.RunAsync([.. asked, "--only", "restart/a-crash-leaves*", "--out", Folder("one").Path]);

        var (code, _, error) = await Kmsi.RunAsync([.. asked, "--only", "restart/*", "--out", Folder("two").Path]);
        Assert.That((code, error), Is.EqualTo((2, error)));
        Assert.That(error, Does.Contain("has another plan").And.Contain("--only restart/*").And.Contain("--queue-name"));

        var (late, output, _) = await Kmsi.RunAsync([.. asked, "--only", "restart/a-crash-leaves*", "--out", Folder("late").Path]);
        Assert.That(late, Is.Zero, "who comes when all is done has nothing to do");
        Assert.That(output, Does.Contain("Nothing was left"));

        redis.Dispose();
        (code, _, error) = await Kmsi.RunAsync([.. asked, "--out", Folder("three").Path]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("No queue can be reached at redis://127.0.0.1:").And.Contain("Start one"));
    }

    [Test]
    public async Task A_share_without_events_is_not_merged_and_one_that_took_nothing_is_left_out()
    {
        using var redis = await RedisServer.StartAsync();
        var (share, idle) = (Folder("share"), RunFolder.Create(Folder("idle").Path));
        await Kmsi.RunAsync(
            "run", "--browser", "simulated", "--only", "restart/a-crash-leaves*", "--queue", redis.Address, "--queue-name", "tonight",
            "--out", share.Path);
        var (code, output, error) = await Kmsi.RunAsync("merge", idle.Path, share.Path, "--out", Folder("good").Path);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain($"Note: {idle.Path} has no run.json"));

        using (share.Hold()) (code, _, error) = await Kmsi.RunAsync("merge", share.Path, "--out", Folder("early").Path);
        Assert.That((code, error), Is.EqualTo((2, error)));
        Assert.That(error, Does.Contain("still being written"));

        await File.WriteAllTextAsync(share.EventsFile, "");
        (code, _, error) = await Kmsi.RunAsync("merge", share.Path, "--out", Folder("bad").Path);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("no events of it"));
        Assert.That(Folder("bad").Path, Does.Not.Exist);

        await File.AppendAllTextAsync(Folder("good").EventsFile, """
            {"type":"result-refused","scenario":"restart/a-crash-leaves-a-kept-session","sequence":0,"at":"2026-11-28T00:00:00+00:00"}
            """.ReplaceLineEndings("") + "\n");
        (code, _, error) = await Kmsi.RunAsync("judge", Folder("good").Path);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("took nothing from a queue"));
    }

    [Test]
    public async Task A_password_is_needed_and_shown_nowhere()
    {
        using var redis = await RedisServer.StartAsync("--requirepass", "s3cret-of-the-queue");
        var address = redis.Address.Replace("redis://", "redis://:wr0ng-of-the-queue@", StringComparison.Ordinal);
        string[] asked = ["run", "--browser", "simulated", "--only", "restart/a-crash-leaves*", "--queue-name", "tonight"];

        var (code, output, error) = await Kmsi.RunAsync([.. asked, "--queue", address, "--out", Folder("wrong").Path]);
        Assert.That(code, Is.EqualTo(2), output + error);
        Assert.That(output + error, Does.Contain("KMSI_QUEUE_PASSWORD").And.Not.Contain("wr0ng"));

        using var right = Kmsi.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["KMSI_QUEUE_PASSWORD"] = "s3cret-of-the-queue" },
            [.. asked, "--queue", redis.Address, "--out", Folder("right").Path]);
        (code, output, error) = await right.EndAsync();
        Assert.That(code, Is.Zero, output + error);
        Assert.That(
            Directory.EnumerateFiles(Folder("right").Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText).Append(output),
            Has.None.Contains("s3cret-of-the-queue"));
    }

    [TestCase("--queue-name tonight", "no effect without --queue")]
    [TestCase("--lease 30", "no effect without --queue")]
    [TestCase("--queue redis://localhost", "needs --queue-name")]
    [TestCase("--queue redis://localhost --queue-name to/night", "to/night")]
    [TestCase("--queue http://u:hunter2-hunter2@localhost --queue-name tonight", "redis://localhost:6379")]
    [TestCase("--queue redis://localhost --queue-name tonight --shard 1/2", "--shard")]
    [TestCase("--queue redis://localhost --queue-name tonight --max-failures 1", "--max-failures")]
    [TestCase("--queue redis://localhost --queue-name tonight --browser all", "--queue")]
    public async Task What_cannot_be_meant_is_said(string asked, string said)
    {
        var (code, output, error) = await Kmsi.RunAsync(["run", .. asked.Split(' ')]);
        Assert.That(code, Is.EqualTo(2), output + error);
        Assert.That(error, Does.Contain(said).And.Not.Contain("hunter2"));
    }

    private RunFolder Folder(string name) => new(Path.Combine(_scratch, name));

    private Kmsi Worker(RedisServer redis, string[] asked, string name) => Kmsi.Start(
        [.. asked, "--queue", redis.Address, "--queue-name", "tonight", "--lease", "5", "--out", Folder(name).Path]);

    // In the middle of a scenario that it has just begun.
    private static async Task KillAfterAsync(Kmsi worker, int lines)
    {
        for (var seen = 0; seen < lines;)
        {
            if (await worker.LineAsync() is not { } line) throw new AssertionException("It ended before it could be killed.");
            if (line.StartsWith('[')) seen++;
        }

        worker.Kill();
    }
}
