using KmsiConformance.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class BrokenRunFolderTests
{
    [TestCaseSource(nameof(EveryReporter))]
    public async Task A_folder_without_run_json_is_named_in_the_error(IReporter reporter)
    {
        using var run = new SampleRun();
        var problem = await Assert.ThrowsAsync<FileNotFoundException>(() => reporter.WriteAsync(run.Folder, CancellationToken.None));
        Assert.That(problem!.Message, Does.Contain(run.Folder.Path).And.Contain("it is not a run folder"));
        Assert.That(Directory.GetFiles(run.Folder.Path), Is.EqualTo(new[] { run.Folder.EventsFile }), "nothing is written");
    }

    [TestCaseSource(nameof(EveryReporter))]
    public async Task A_damaged_run_json_is_named_in_the_error(IReporter reporter)
    {
        using var run = new SampleRun();
        File.WriteAllText(run.Folder.RunFile, "{ \"id\": ");
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => reporter.WriteAsync(run.Folder, CancellationToken.None));
        Assert.That(problem!.Message, Does.Contain(run.Folder.RunFile));
    }

    [Test]
    public async Task A_run_without_events_still_has_its_protocol()
    {
        using var run = SampleCatalogue.Write();
        File.Delete(run.Folder.EventsFile);
        var page = await ReportPages.Of(run);
        Assert.That(page.QuerySelectorAll(".steps"), Is.Not.Empty);
        Assert.That(page.QuerySelectorAll(".timeline, .evidence"), Is.Empty);
    }

    private static IEnumerable<TestCaseData<IReporter>> EveryReporter() =>
        Reporters.All.Select(reporter => new TestCaseData<IReporter>(reporter).SetArgDisplayNames(reporter.Name));
}
