using KmsiConformance.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

[Explicit("Writes a sample report to look at; its path is printed.")]
public sealed class LookAtTheReport
{
    [Test]
    public async Task The_sample_report_is_written_beside_the_tests()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "sample-report");
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        var run = SampleCatalogue.Write(path);
        foreach (var reporter in Reporters.All) await reporter.WriteAsync(run.Folder, CancellationToken.None);

        TestContext.Out.WriteLine(run.Folder.ReportFile);
        Assert.That(run.Folder.ReportFile, Does.Exist);
    }
}
