using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Reporting.Trends;

namespace KmsiConformance.Reporting;

/// <summary>Writes how many runs went, one after the other, as a page that opens without a network.</summary>
public static class TrendReporter
{
    /// <summary>Writes the page, whole or not at all. It leads to the reports of the runs where they are there.</summary>
    /// <param name="file">Where to write it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(Trend trend, string file, CancellationToken cancellation)
    {
        var html = await HtmlPage.RenderAsync<TrendPage>(new(StringComparer.Ordinal)
        {
            [nameof(TrendPage.Trend)] = trend,
            [nameof(TrendPage.Report)] = (Func<TrendRun, string?>)(run => ReportLink.From(file, Path.Combine(trend.Folder, run.Folder))),
        });
        cancellation.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(file, html);
    }
}
