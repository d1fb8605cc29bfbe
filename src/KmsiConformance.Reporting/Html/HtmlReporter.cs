using KmsiConformance.Ledger;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KmsiConformance.Reporting.Html;

/// <summary>
/// Writes <c>report.html</c>: one file that opens without a network, with style, script and pictures inside. Everything
/// that came from the target is encoded by the renderer, and a content security policy forbids the rest.
/// </summary>
public sealed class HtmlReporter : IReporter
{
    public string Name => "html";

    public async Task WriteAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        var html = await RenderAsync(RunReading.Of(folder));
        cancellationToken.ThrowIfCancellationRequested();
        RunFolder.WriteWhole(folder.ReportFile, html);
    }

    private static async Task<string> RenderAsync(RunReading reading)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReportPage.Reading)] = reading });
            var page = await renderer.RenderComponentAsync<ReportPage>(parameters);
            return page.ToHtmlString() + "\n";
        });
    }
}
