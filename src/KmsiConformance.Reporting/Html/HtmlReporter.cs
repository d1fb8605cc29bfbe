using KmsiConformance.Ledger;
using KmsiConformance.Reporting.RunPage;

namespace KmsiConformance.Reporting.Html;

/// <summary>
/// Writes <c>report.html</c>: one file that opens without a network. What was seen is in it compressed, and drawn when somebody looks
/// at it; everything that came from the target becomes text and nothing else, and a content security policy forbids the rest.
/// </summary>
/// <param name="form">Where the pictures are; null puts them into the report as long as they are 10 MB at most.</param>
public sealed class HtmlReporter(ReportForm? form = null) : IReporter
{
    public string Name => "html";

    public string FileIn(RunFolder folder) => folder.ReportFile;

    public Task WriteAsync(RunFolder folder, CancellationToken cancellationToken) =>
        new PageWriter(folder, form).WriteAsync(cancellationToken);
}
