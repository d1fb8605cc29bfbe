using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Parking;

/// <summary>The program parks a scenario, its machine is switched off, and another run goes on with it in real time.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KilledMachineTests
{
    private const string Scenario = """
        title: A session lives for some seconds
        requirements: [D-04]
        profiles: [oidc]
        steps:
          - sign-in: { user: alice, app: groceries, keep-me-signed-in: false }
          - wait: 25 seconds
          - forget-app: groceries
          - open: groceries
            expect: silent
        """;

    private static readonly Dictionary<string, string> Key = new(StringComparer.Ordinal)
    {
        ["KMSI_PARKING_KEY"] = "a phrase of sufficient length",
    };

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("kmsi-killed-");

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [Nightly]
    [TestCase("chromium")]
    [CancelAfter(300_000)]
    public Task Another_run_goes_on_in_a_real_browser(string browser, CancellationToken cancellation) =>
        Another_run_goes_on(browser, cancellation);

    [TestCase("simulated")]
    [CancelAfter(300_000)]
    public async Task Another_run_goes_on(string browser, CancellationToken cancellation)
    {
        var runs = 0;
        await using var product = await RemoteFile.StartAsync(cancellation);
        var target = await PreparedAsync(product, cancellation);
        using (var first = Start("run", "--clock", "real", "--park-after", "3 seconds"))
        {
            while (Parked("*.parked").Length == 0)
            {
                if (first.HasExited) Assert.Fail(string.Join("\n", await first.EndAsync()));
                await RealTime.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }

            first.Kill();
        }

        using var second = Start("run", "--resume-parked");
        var (code, output, error) = await second.EndAsync();
        Assert.That(code, Is.Zero, output + error);
        var record = new RunFolder(Out(2)).ReadRun().Scenarios.Single();
        Assert.Multiple(() =>
        {
            Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed));
            Assert.That(record.Steps, Has.Count.EqualTo(4).And.All.Property(nameof(StepRecord.Verdict)).EqualTo(Verdict.Passed));
            Assert.That(Parked("*"), Is.Empty);
            Assert.That(error, Does.Not.Contain("alice signs in"), "a sign-out of the probe might end what is to be looked at");
        });

        using var third = Start("run", "--resume-parked");
        (code, output, error) = await third.EndAsync();
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("No parked scenario"));

        Kmsi Start(params string[] how) => Kmsi.Start(
            Key, [.. how, "--target", target, "--browser", browser, "--scenarios", Path.Combine(_folder.FullName, "scenarios"),
            "--only", "parking/*", "--parked", Path.Combine(_folder.FullName, "parked"), "--out", Out(++runs)]);
    }

    [Test]
    public async Task Without_a_key_nothing_begins_that_would_take_days()
    {
        await using var product = await RemoteFile.StartAsync(CancellationToken.None);
        var target = await PreparedAsync(product, CancellationToken.None);
        var (code, _, error) = await Kmsi.RunAsync(
            "run", "--target", target, "--browser", "simulated", "--clock", "real", "--only", "declared-policy/a-kept-session-ends");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("a-kept-session-ends for 14 days").And.Contain("KMSI_PARKING_KEY"));
    }

    [TestCase("--parked", "somewhere")]
    [TestCase("--park-after", "2 minutes")]
    [TestCase("--within", "2 minutes")]
    public async Task Parking_that_would_have_no_effect_is_refused(string option, string value)
    {
        var (code, _, error) = await Kmsi.RunAsync("run", "--browser", "simulated", option, value);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(option).And.Match("Leave (them|it) out"));
    }

    [Test]
    public async Task A_time_that_is_none_is_said()
    {
        var (code, _, error) = await Kmsi.RunAsync("run", "--clock", "real", "--park-after", "soon");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--park-after").And.Contain("10 minutes"));
    }

    private string Out(int run) => Path.Combine(_folder.FullName, $"run-{run}");

    private string[] Parked(string pattern)
    {
        var folder = Path.Combine(_folder.FullName, "parked");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
    }

    private async Task<string> PreparedAsync(RunningProduct product, CancellationToken cancellation)
    {
        var scenarios = Path.Combine(_folder.FullName, "scenarios");
        foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(scenarios, Path.GetRelativePath(Repository.Scenarios, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Path.Combine(scenarios, "catalogue", "parking"));
        await File.WriteAllTextAsync(
            Path.Combine(scenarios, "catalogue", "parking", "a-session-lives-for-some-seconds.yaml"), Scenario, cancellation);
        return await RemoteFile.WriteAsync(product, _folder.FullName, cancellation);
    }
}
