using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>
/// Writes <c>report.html</c>: one file that opens without a network, with style, script and pictures inside. Everything
/// that came from the target is encoded by the renderer, and a content security policy forbids the rest.
/// </summary>
public sealed class HtmlReporter : IReporter
{
    public string Name => "html";

    public string FileIn(RunFolder folder) => folder.ReportFile;

    public async Task WriteAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        var html = await HtmlPage.RenderAsync<ReportPage>(
            new(StringComparer.Ordinal) { [nameof(ReportPage.Reading)] = RunReading.Of(folder) });
        cancellationToken.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(folder.ReportFile, html);
    }
}
