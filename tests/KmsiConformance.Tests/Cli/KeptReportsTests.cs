using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Looking back over the runs that are kept, and keeping only some, by the program itself.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class KeptReportsTests : IDisposable
{
    private readonly KeptRuns _kept = new();

    private string[] Names =>
        [.. Directory.EnumerateFileSystemEntries(_kept.Path).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];

    public void Dispose() => _kept.Dispose();

    [Test]
    public async Task The_trend_says_what_fails_since_when_and_names_what_is_no_result()
    {
        foreach (var night in Enumerable.Range(0, 5)) Night(night, night < 2 ? Verdict.Passed : Verdict.Failed);
        _kept.Write("cut", KeptRuns.Run(9) with { Complete = false });
        await File.WriteAllTextAsync(_kept.Write("broken", KeptRuns.Run(2)).RunFile, "{");
        var page = Path.Combine(_kept.Path, "trend.html");

        var (code, output, error) = await Kmsi.RunAsync("reports", "trend", _kept.Path, "--out", page);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(output, Does.Contain("shop, b2c-2020-12, chromium: 6 runs"));
            Assert.That(output, Does.Contain("..FFF   a/one  since 2026-01-07 02:00:00 UTC"));
            Assert.That(output, Does.Contain("No result: cut (2026-01-14 02:00:00 UTC)").And.Contain("Not read: broken: "));
            Assert.That(output, Does.Contain($"Report: {page}"));
            Assert.That(File.ReadAllText(page), Does.Contain("1 scenario fails now"));
        });

        (code, output, error) = await Kmsi.RunAsync("reports", "trend", _kept.Path, "--format", "json");
        using var json = JsonDocument.Parse(output);
        var group = json.RootElement.GetProperty("groups").EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(group.GetProperty("browser").GetString(), Is.EqualTo("chromium"));
            Assert.That(group.GetProperty("scenarios")[0].GetProperty("failingSince").GetProperty("id").GetString(), Is.EqualTo("night-2"));
            Assert.That(group.GetProperty("scenarios")[0].GetProperty("verdicts").EnumerateArray().Select(one => one.GetString()),
                Is.EqualTo(new[] { "PASSED", "PASSED", "FAILED", "FAILED", "FAILED", null }));
            Assert.That(json.RootElement.GetProperty("unread")[0].GetProperty("name").GetString(), Is.EqualTo("broken"));
        });
    }

    [Test]
    public async Task The_newest_of_each_kind_stay_and_the_last_conformant_one()
    {
        Night(0, Verdict.Passed);
        Night(1, Verdict.Passed);
        foreach (var night in Enumerable.Range(2, 4)) Night(night, Verdict.Failed);
        _kept.Write("firefox", KeptRuns.Run(0, KeptRuns.Scenario("a/one", Verdict.Failed)) with { Browser = new("firefox", "1") });
        _kept.Write("old-cut", KeptRuns.Run(1) with { Complete = false });
        _kept.Write("new-cut", KeptRuns.Run(7) with { Complete = false });

        var (code, output, error) = await Kmsi.RunAsync("reports", "keep", "2", _kept.Path);
        Assert.That((code, Names.Length), Is.EqualTo((2, 9)), "nobody can be asked");
        Assert.That(error, Does.Contain("4 runs, ").And.Contain("Nothing was removed yet. Say --yes where that is meant."));
        Assert.That(output, Does.Contain("remove  0  2026-01-05 02:00:00 UTC, shop, b2c-2020-12, chromium: Conformant  "));

        (code, output, error) = await Kmsi.RunAsync("reports", "keep", "2", _kept.Path, "--yes");
        Assert.That(code, Is.Zero, error);
        Assert.That(Names, Is.EqualTo(new[] { "1", "4", "5", "firefox", "new-cut" }));
        Assert.That(output, Does.Match(@"Removed 4 runs: \d+\.\d kB are free\."));

        (code, output, _) = await Kmsi.RunAsync("reports", "keep", "2", _kept.Path);
        Assert.That((code, output), Is.EqualTo((0, output)));
        Assert.That(output, Does.StartWith("Nothing to remove. Kept are 5 runs"));
    }

    [Test]
    public async Task Shares_of_a_queue_are_no_runs_of_their_own_and_grow_old_together()
    {
        Night(0, Verdict.Failed);
        foreach (var night in Enumerable.Range(1, 3)) _kept.Write($"share-{night}", KeptRuns.Share(night, $"build-{night}"));

        var (_, output, _) = await Kmsi.RunAsync("reports", "trend", _kept.Path);
        Assert.That(output, Does.Contain("shop, b2c-2020-12, chromium: 1 run").And.Not.Contain("share"));

        await Kmsi.RunAsync("reports", "keep", "1", _kept.Path, "--yes");
        Assert.That(Names, Is.EqualTo(new[] { "0", "share-3" }));
    }

    [Test]
    public async Task What_is_written_at_this_moment_or_is_somebodys_own_stays()
    {
        foreach (var night in Enumerable.Range(0, 7)) Night(night, Verdict.Failed);
        using var writing = new RunFolder(Path.Combine(_kept.Path, "0")).Hold();
        Directory.CreateDirectory(Path.Combine(_kept.Path, "1", "src"));
        await File.WriteAllTextAsync(Path.Combine(_kept.Path, "2", "notes.md"), "");
        using var elsewhere = new KeptRuns();
        var other = elsewhere.Write("run", KeptRuns.Run(0));
        Directory.CreateSymbolicLink(Path.Combine(_kept.Path, "link"), other.Path);
        Directory.CreateSymbolicLink(Path.Combine(_kept.Path, "3", "evidence", "link"), other.Path);
        File.Move(Path.Combine(_kept.Path, "4", "run.json"), Path.Combine(elsewhere.Path, "run.json"));
        File.CreateSymbolicLink(Path.Combine(_kept.Path, "4", "run.json"), Path.Combine(elsewhere.Path, "run.json"));
        Directory.CreateDirectory(Path.Combine(_kept.Path, "notes"));

        var (code, output, error) = await Kmsi.RunAsync("reports", "keep", "1", _kept.Path, "--yes");
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, error);
            Assert.That(Names, Is.EqualTo(new[] { "0", "1", "2", "3", "4", "6", "link", "notes" }));
            Assert.That(output, Does.Contain("left    0: it is still being written"));
            Assert.That(output, Does.Contain("left    1: it also holds src, which no run writes"));
            Assert.That(output, Does.Contain("left    2: it also holds notes.md"));
            Assert.That(output, Does.Contain("left    3: it also holds evidence/link"));
            Assert.That(output, Does.Contain("is no file of its own").And.Contain("Removed 1 run: "));
            Assert.That(File.Exists(other.RunFile), Is.True, "a link was not followed");
        });
    }

    [Test]
    public async Task Runs_on_several_browsers_go_together_or_not_at_all_and_none_before_all_are_done()
    {
        foreach (var (name, night) in new[] { ("old", 0), ("half", 1), ("new", 2) })
            foreach (var browser in new[] { "chromium", "firefox" })
                if (name != "new" || browser == "chromium")
                    _kept.Write($"{name}/{browser}", KeptRuns.Run(night) with { Browser = new(browser, "1") });
        foreach (var name in new[] { "old", "new" })
            new RunFolder(Path.Combine(_kept.Path, name)).WriteAgreement(AgreementRecord.Of(default, "oidc", new("shop", "file"), []));

        var (_, output, _) = await Kmsi.RunAsync("reports", "keep", "1", _kept.Path, "--yes");
        Assert.That(Names, Is.EqualTo(new[] { "half", "new", "old" }), "the only finished run in Firefox is in it");
        Assert.That(output, Does.Contain("left    half: its 2 runs lie deeper, or are still being made"));

        _kept.Write("new/firefox", KeptRuns.Run(2) with { Browser = new("firefox", "1") });
        await Kmsi.RunAsync("reports", "keep", "1", _kept.Path, "--yes");
        Assert.That(Names, Is.EqualTo(new[] { "half", "new" }));
    }

    [Test]
    public async Task Wrong_use_is_2_and_says_what_was_expected()
    {
        var run = _kept.Write("run", KeptRuns.Run(1)).Path;
        var empty = Directory.CreateDirectory(Path.Combine(_kept.Path, "empty")).FullName;
        var broken = Path.Combine(_kept.Path, "broken");
        await File.WriteAllTextAsync(_kept.Write("broken/run", KeptRuns.Run(2)).RunFile, "{");
        await Refused("is not there. Expected a folder with run folders", "trend", Path.Combine(_kept.Path, "nowhere"));
        await Refused("There is no run below", "keep", "3", empty);
        await Refused("None of the 1 runs below", "trend", broken);
        await Refused("is a file. Expected a folder", "trend", Path.Combine(run, "run.json"));
        await Refused("is a run folder itself", "keep", "3", run, "--yes");
        await Refused("must be 1 or more", "keep", "0", _kept.Path, "--yes");
        await Refused("N: expected a whole number", "keep", "many", _kept.Path);
        await Refused("which is a folder", "trend", _kept.Path, "--out", _kept.Path);
        Assert.That(Names, Is.EqualTo(new[] { "broken", "empty", "run" }));
    }

    private static async Task Refused(string says, params string[] arguments)
    {
        var (code, output, error) = await Kmsi.RunAsync(["reports", .. arguments]);
        Assert.That((code, output), Is.EqualTo((2, "")), error);
        Assert.That(error, Does.Contain(says));
    }

    private void Night(int night, Verdict verdict) => _kept.Write($"{night}", KeptRuns.Run(night, KeptRuns.Scenario("a/one", verdict)));
}
