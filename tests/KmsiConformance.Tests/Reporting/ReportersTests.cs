using KmsiConformance.Reporting;
using KmsiConformance.Reporting.CodeQuality;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>What holds for every report.</summary>
internal sealed class ReportersTests
{
    private static IEnumerable<TestCaseData<IReporter>> Every =>
        Reporters.All.Append(new CodeQualityReporter()).Select(
            reporter => new TestCaseData<IReporter>(reporter).SetArgDisplayNames(reporter.Name));

    [TestCaseSource(nameof(Every))]
    public async Task The_same_folder_gives_the_same_bytes_in_the_file_that_is_named(IReporter reporter)
    {
        using var run = EveryVerdict.Write();
        var before = Directory.GetFiles(run.Folder.Path);
        var first = await Written.ByAsync(reporter, run);
        Assert.That(Directory.GetFiles(run.Folder.Path).Except(before), Is.EqualTo(new[] { reporter.FileIn(run.Folder) }));
        Assert.That(first, Does.EndWith("\n"));
        Assert.That(reporter.Name == "html" ? new ReportData(first).Text : first, Does.Contain("ticked"));

        var copy = Directory.CreateTempSubdirectory("kmsi-copy-");
        try
        {
            File.Copy(run.Folder.RunFile, Path.Combine(copy.FullName, "run.json"));
            File.Copy(run.Folder.EventsFile, Path.Combine(copy.FullName, "events.ndjson"));
            if (reporter.Name != "html") Assert.That(await OfAsync(reporter, copy), Is.EqualTo(first), "nothing else is read");
        }
        finally
        {
            copy.Delete(recursive: true);
        }

        Assert.That(await Written.ByAsync(reporter, run), Is.EqualTo(first));
    }

    [Test]
    public void Names_choose_and_nothing_stands_for_html_and_junit()
    {
        Assert.That(Reporters.Named([]).Select(one => one.Name), Is.EqualTo(new[] { "html", "junit" }));
        Assert.That(Reporters.Named(["ctrf", "html", "ctrf"]).Select(one => one.Name), Is.EqualTo(new[] { "html", "ctrf" }));
        Assert.That(Reporters.Named(["all"]), Is.EqualTo(Reporters.All));
        Assert.That(() => Reporters.Named(["pdf"]), Throws.ArgumentException.With.Message.Contains("pdf"));
    }

    private static async Task<string> OfAsync(IReporter reporter, DirectoryInfo copy)
    {
        var folder = new KmsiConformance.Ledger.RunFolder(copy.FullName);
        await reporter.WriteAsync(folder, CancellationToken.None);
        return await File.ReadAllTextAsync(reporter.FileIn(folder));
    }
}
