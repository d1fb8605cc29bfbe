using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Reporting;

/// <summary>Writes coverage as a page that opens without a network.</summary>
public static class CoverageReporter
{
    /// <summary>Writes the page, whole or not at all.</summary>
    /// <param name="coverage">Who assesses each requirement.</param>
    /// <param name="file">Where to write it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task WriteAsync(CoverageRecord coverage, string file, CancellationToken cancellation)
    {
        var html = await HtmlPage.RenderAsync<CoveragePage>(
            new(StringComparer.Ordinal) { [nameof(CoveragePage.Coverage)] = coverage });
        cancellation.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(file, html);
    }
}
