using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Queues;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>What the pods of docs/ci/kubernetes do, done here: their scripts, with another folder for the reports.</summary>
internal sealed class KubernetesScriptsTests
{
    private const string Fails = "exit $ENDS_WITH";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void A_folder_for_reports()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("They are scripts of a Unix shell.");
        _folder = Directory.CreateTempSubdirectory("kmsi-pods-");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "bin"));
    }

    [TearDown]
    public void Delete() => _folder?.Delete(recursive: true);

    [Test]
    public async Task Two_parts_run_and_are_merged()
    {
        // The real program, on less than all and without a browser.
        var program = Path.Combine(AppContext.BaseDirectory, "kmsi.dll");
        Stand($"[ \"$1\" = run ] && set -- \"$@\" --browser simulated --only 'sign-out/*'\nexec dotnet '{program}' \"$@\"");
        foreach (var part in (string[])["0", "1"])
        {
            var (code, output, error) = await PodAsync("run.yaml", ("JOB_COMPLETION_INDEX", part));
            Assert.That(code, Is.Zero, output + error);
        }

        var merged = await PodAsync("merge.yaml", ("PATIENCE", "60"));
        Assert.That(merged.ExitCode, Is.Zero, merged.Output + merged.Error);
        var run = new RunFolder(In("merged")).ReadRun();
        Assert.That(run.Complete);
        Assert.That(run.Scenarios, Has.Count.GreaterThan(10));
        Assert.That(In("merged/summary.md"), Does.Exist);
    }

    // What a pod has found out that is lost is merged with the rest: no try may delete it.
    [Test]
    public async Task With_a_queue_each_try_has_a_folder_of_its_own_and_all_are_merged()
    {
        using var redis = await RedisServer.StartAsync();
        var program = Path.Combine(AppContext.BaseDirectory, "kmsi.dll");
        Stand($"[ \"$1\" = run ] && set -- \"$@\" --browser simulated --only 'restart/a-*'\nexec dotnet '{program}' \"$@\"");
        foreach (var part in (string[])["0", "0", "1"])
        {
            var (code, output, error) = await PodAsync("run.yaml", ("JOB_COMPLETION_INDEX", part), ("KMSI_QUEUE", redis.Address));
            Assert.That(code, Is.Zero, output + error);
            await RealTime.Delay(TimeSpan.FromSeconds(1));
        }

        Assert.That(Directory.EnumerateDirectories(In("."), "part-*").Count(), Is.EqualTo(3));
        var merged = await PodAsync("merge.yaml", ("PATIENCE", "60"));
        Assert.That(merged.ExitCode, Is.Zero, merged.Output + merged.Error);
        Assert.That(new RunFolder(In("merged")).ReadRun() is { Complete: true, Scenarios.Count: > 1 });
    }

    [TestCase(0, "0")]
    [TestCase(1, "1")]
    [TestCase(3, null)]
    public async Task A_part_says_how_it_ended_unless_it_is_tried_again(int code, string? said)
    {
        Stand(Fails);
        Directory.CreateDirectory(In("part-0"));
        await File.WriteAllTextAsync(In("part-0.exit"), "5");
        var (ended, _, _) = await PodAsync("run.yaml", ("JOB_COMPLETION_INDEX", "0"), ("ENDS_WITH", $"{code}"));
        Assert.That(ended, Is.EqualTo(code));
        Assert.That(In("part-0"), Does.Not.Exist, "what an earlier try left is gone");
        Assert.That(File.Exists(In("part-0.exit")) ? (await File.ReadAllTextAsync(In("part-0.exit"))).Trim() : null, Is.EqualTo(said));
    }

    // Each try is a sign-in more.
    [Test]
    public async Task A_part_that_was_stopped_lest_an_account_is_locked_is_not_tried_again()
    {
        Stand("""mkdir -p "$PART"; echo '{ "stopped": "…" }' > "$PART/run.json"; exit 3""");
        var (code, _, _) = await PodAsync("run.yaml", ("JOB_COMPLETION_INDEX", "0"), ("PART", In("part-0")));
        Assert.That(code, Is.EqualTo(KmsiConformance.Cli.ExitCodes.NotConformant));
        Assert.That(In("part-0.exit"), Does.Exist);
    }

    [Test]
    public async Task The_merge_waits_no_longer_than_it_is_told_and_takes_what_is_there()
    {
        Stand("""echo "$@" """);
        Directory.CreateDirectory(In("part-1"));
        await File.WriteAllTextAsync(In("part-1/run.json"), "{}");
        var (code, output, error) = await PodAsync("merge.yaml", ("PATIENCE", "1"));
        Assert.That(code, Is.Zero, error);
        Assert.That(output.Trim(), Is.EqualTo("merge part-1 --report all --out merged"));
    }

    private string In(string path) => Path.Combine(_folder.FullName, "first", path);

    private void Stand(string script)
    {
        var file = Path.Combine(_folder.FullName, "bin", "kmsi");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }

    private Task<(int ExitCode, string Output, string Error)> PodAsync(string file, params (string Name, string Value)[] more)
    {
        var script = KubernetesFolder.Script(file);
        Assert.That(script, Does.Not.Contain("$("), "Kubernetes takes $(NAME) for a variable of its own");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{Path.Combine(_folder.FullName, "bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["RUN"] = "first", ["KMSI_TARGET"] = "reference", ["JOB_COMPLETIONS"] = "2",
        };
        foreach (var (name, value) in more) environment[name] = value;
        return OtherProgram.RunAsync(
            "/bin/sh", Repository.Root, environment, "-c", script.Replace("/kmsi/reports", _folder.FullName, StringComparison.Ordinal));
    }
}
