using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Reporting;

/// <summary>Writes <c>agreement.html</c>: the same plan on several browsers, differences first. Reads <c>agreement.json</c> only.</summary>
public static class AgreementReporter
{
    /// <summary>Writes the page, whole or not at all.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no <c>agreement.json</c>.</exception>
    public static async Task WriteAsync(RunFolder folder, CancellationToken cancellation)
    {
        var html = await HtmlPage.RenderAsync<AgreementPage>(
            new(StringComparer.Ordinal) { [nameof(AgreementPage.Agreement)] = folder.ReadAgreement() });
        cancellation.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(folder.AgreementReportFile, html);
    }
}
