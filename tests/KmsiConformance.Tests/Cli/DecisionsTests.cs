using System.Text.Json;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary><c>kmsi faults --decisions</c> over a catalogue of two scenarios.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DecisionsTests
{
    private static readonly string[] Kept =
    [
        "catalogue/lifetime/closing-the-browser-ends-an-unticked-session.yaml",
        "catalogue/lifetime/rolling-is-extended-by-every-use.yaml",
    ];

    private string _folder = "";

    [SetUp]
    public void Make()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-decisions-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories))
        {
            var below = Path.GetRelativePath(Repository.Scenarios, file).Replace('\\', '/');
            if (below.StartsWith("catalogue/", StringComparison.Ordinal) && !Kept.Contains(below)) continue;
            var copy = Path.Combine(_folder, below);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        List("[]");
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Killed_mutants_are_0_and_each_says_by_what()
    {
        var (code, output, error) = await RunAsync("--only", "Session.UseExtends/never", "--format", "json");
        Assert.That(code, Is.Zero, error);
        using var read = JsonDocument.Parse(output);
        var mutant = read.RootElement.GetProperty("mutants").EnumerateArray().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mutant.GetProperty("became").GetString(), Is.EqualTo("killed"));
            Assert.That(
                mutant.GetProperty("killedBy")[0].GetProperty("scenario").GetString(),
                Is.EqualTo("lifetime/rolling-is-extended-by-every-use"));
            Assert.That(read.RootElement.GetProperty("checks")[0].GetProperty("killed").GetInt32(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task One_that_survives_is_1()
    {
        var (code, output, _) = await RunAsync("--only", "Session.Joined/sid-changed");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(
            output,
            Does.Contain("SURVIVED  Session.Joined/sid-changed (b2c-2020-12): makes a difference in 2 scenarios, and none fails"));
    }

    [Test]
    public async Task One_that_survives_and_is_listed_is_0()
    {
        List("[{ mutants: [Session.Joined/sid-changed], reason: No document names it. }]");
        var (code, output, error) = await RunAsync("--only", "Session.Joined/sid-changed");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("listed    Session.Joined/sid-changed (b2c-2020-12): No document names it."));
    }

    [Test]
    public async Task One_that_is_listed_and_killed_is_1()
    {
        List("[{ mutants: [Session.UseExtends/never], reason: Nobody minds. }]");
        var (code, output, _) = await RunAsync("--only", "Session.UseExtends");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("STALE     Session.UseExtends/never").And.Contain("line 1").And.Contain("Take it out"));
    }

    [TestCase("Session.Nonsense", "no decision and no mutant 'Session.Nonsense'")]
    public async Task Wrong_use_is_2(string only, string says)
    {
        var (code, _, error) = await RunAsync("--only", only);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(says));
    }

    private void List(string survivors) => File.WriteAllText(Path.Combine(_folder, "survivors.yaml"), $"survivors: {survivors}");

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] more) =>
        Kmsi.RunAsync(["faults", "--decisions", "--scenarios", _folder, .. more]);
}
