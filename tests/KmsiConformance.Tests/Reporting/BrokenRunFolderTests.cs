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
        var data = await ReportPages.DataOf(run);
        foreach (var scenario in run.Run.Scenarios)
        {
            var detail = data.Detail(scenario.Id);
            Assert.That(detail.GetProperty("steps").GetArrayLength(), Is.EqualTo(scenario.Steps.Count));
            Assert.That(detail.TryGetProperty("timeline", out _) || detail.TryGetProperty("events", out _), Is.False);
        }
    }

    [Test]
    public async Task A_damaged_event_is_named_by_its_line_and_leaves_no_half_a_report()
    {
        using var run = SampleCatalogue.Write();
        await new KmsiConformance.Reporting.Html.HtmlReporter().WriteAsync(run.Folder, CancellationToken.None);
        var before = await File.ReadAllBytesAsync(run.Folder.ReportFile);
        var lines = await File.ReadAllLinesAsync(run.Folder.EventsFile);
        lines[4] = lines[4].Replace("\"type\":\"", "\"type\":\"un", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(run.Folder.EventsFile, lines);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => ReportPages.TextOf(run));

        Assert.That(problem!.Message, Does.Contain("events.ndjson(5)"));
        Assert.That(await File.ReadAllBytesAsync(run.Folder.ReportFile), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(run.Folder.Path, "*.part"), Is.Empty);
    }

    private static IEnumerable<TestCaseData<IReporter>> EveryReporter() =>
        Reporters.All.Select(reporter => new TestCaseData<IReporter>(reporter).SetArgDisplayNames(reporter.Name));
}
