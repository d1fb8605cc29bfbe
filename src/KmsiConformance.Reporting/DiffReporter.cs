using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Comparing;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Reporting;

/// <summary>Writes what changed between two runs as a page that opens without a network.</summary>
public static class DiffReporter
{
    /// <summary>Writes the page, whole or not at all. It leads to the reports of both runs where they are there.</summary>
    /// <param name="file">Where to write it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(RunDiff diff, string file, CancellationToken cancellation)
    {
        var html = await HtmlPage.RenderAsync<DiffPage>(new(StringComparer.Ordinal)
        {
            [nameof(DiffPage.Diff)] = diff,
            [nameof(DiffPage.ReportBefore)] = ReportLink.From(file, diff.Before.Folder),
            [nameof(DiffPage.ReportAfter)] = ReportLink.From(file, diff.After.Folder),
        });
        cancellation.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(file, html);
    }
}
