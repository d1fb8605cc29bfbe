using KmsiConformance.Clocks.Processes;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>What the machine around it does to a run: a home that takes nothing, a folder that goes, an end by force.</summary>
internal sealed class EnvironmentTests
{
    private const string One = "sign-in/accepted-credentials-create-the-session";
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kmsi-test-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("chromium")]
    [TestCase("firefox")]
    [Category("Browser")]
    [Platform("Linux")]
    public async Task A_home_that_takes_nothing_is_no_reason_to_age_cookies(string browser)
    {
        if (!PreloadLibrary.HasCompiler) Assert.Ignore("There is no C compiler here.");
        var temporary = Directory.CreateDirectory(Path.Combine(_folder, "tmp")).FullName;
        var nowhere = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = "/proc/nowhere", ["XDG_CACHE_HOME"] = "/proc/nowhere", ["TMPDIR"] = temporary,
        };
        using var kmsi = Kmsi.Start(nowhere, "run", "--browser", browser, "--only", One, "--out", Path.Combine(_folder, "run"));
        var (exit, output, error) = await kmsi.EndAsync();

        Assert.That(exit, Is.Zero, output + error);
        Assert.That(error, Does.Contain("Clock: process, by preload."));
        Assert.That(LeftIn(temporary), Is.Empty);
    }

    [Test]
    public async Task A_run_whose_folder_is_deleted_ends_and_keeps_what_it_has()
    {
        var folder = new RunFolder(Path.Combine(_folder, "run"));
        using var kmsi = Kmsi.Start("run", "--browser", "simulated", "--workers", "1", "--out", folder.Path);
        while (await kmsi.LineAsync() is { } line && !line.StartsWith("[3/", StringComparison.Ordinal))
        {
        }

        // At once: one that is emptied file by file is made again meanwhile.
        Directory.Move(folder.Path, Path.Combine(_folder, "elsewhere"));
        var (exit, output, _) = await kmsi.EndAsync();

        Assert.That(exit, Is.EqualTo(3));
        Assert.That(output, Does.Contain("Incomplete.").And.Contain($"the run folder {folder.Path} was deleted"));
        var run = folder.ReadRun();
        Assert.That((run.Complete, run.Scenarios.Count), Is.EqualTo((false, run.Scenarios.Count)));
        Assert.That(run.Scenarios, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(
            folder.ReadEvents().Select(one => one.Scenario).Distinct(), Is.SupersetOf(run.Scenarios.Where(one =>
                one.Verdict == Verdict.Passed).Select(one => one.Id)), "events from before too");
        Assert.That(folder.ReportFile, Does.Exist);
    }

    [TestCase(false, TestName = "What_a_killed_run_left_is_deleted_at_the_next_start")]
    [TestCase(true, TestName = "What_a_run_left_that_was_interrupted_twice_is_deleted_at_the_next_start")]
    [Category("Browser")]
    [Platform("Linux")]
    public async Task Leftovers(bool interrupted)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(_folder, "tmp")).FullName;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TMPDIR"] = temporary };
        using var kmsi = Kmsi.Start(
            environment, "run", "--only", "sign-in/*", "--only", "sign-out/*", "--out", Path.Combine(_folder, "killed"));
        while (await kmsi.LineAsync() is { } line && !line.StartsWith("[1/", StringComparison.Ordinal))
        {
        }

        Assert.That(
            () => LeftIn(temporary), Has.Some.StartsWith("kmsi-profile-").After(10).Seconds.PollEvery(20).MilliSeconds);
        if (interrupted)
        {
            kmsi.Interrupt();
            kmsi.Interrupt();
        }
        else
        {
            kmsi.Kill();
        }

        await kmsi.EndAsync();

        // Somebody else's, whatever it is called.
        var other = Directory.CreateDirectory(Path.Combine(temporary, "kmsi-profile-other")).FullName;
        var left = LeftIn(temporary).Count;
        using var next = Kmsi.Start(environment, "run", "--browser", "simulated", "--only", One, "--out", Path.Combine(_folder, "next"));
        var (exit, _, error) = await next.EndAsync();

        Assert.That(exit, Is.Zero, error);
        Assert.That(LeftIn(temporary), Is.EqualTo(new[] { Path.GetFileName(other) }));
        if (left > 1) Assert.That(error, Does.Contain("in the temporary folder that a run left which was ended by force"));
    }

    private static List<string> LeftIn(string temporary) =>
        [.. Directory.EnumerateFileSystemEntries(temporary, "kmsi-*").Select(path => Path.GetFileName(path)!)
            .Where(name => !name.StartsWith("kmsi-records-", StringComparison.Ordinal))];
}
