using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Reporting;

/// <summary>Writes <c>measure.html</c>: what is promised beside what was measured. Reads <c>measure.json</c> only.</summary>
public static class MeasureReporter
{
    /// <summary>Writes the page, whole or not at all.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no <c>measure.json</c>.</exception>
    /// <exception cref="InvalidDataException">It is not what it should be.</exception>
    public static async Task WriteAsync(MeasureFolder folder, CancellationToken cancellation)
    {
        var html = await HtmlPage.RenderAsync<MeasurePage>(
            new(StringComparer.Ordinal) { [nameof(MeasurePage.Measured)] = MeasureFolder.Read(folder.File) });
        cancellation.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(folder.ReportFile, html);
    }
}
