using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Makes the HTML report of a sample run and reads it back.</summary>
internal static class ReportPages
{
    public static async Task<string> TextOf(SampleRun run)
    {
        await new HtmlReporter().WriteAsync(run.Folder, CancellationToken.None);
        return await File.ReadAllTextAsync(run.Folder.ReportFile);
    }

    /// <summary>What stands in the file before its script draws the rest.</summary>
    public static async Task<IHtmlDocument> Of(SampleRun run) => new HtmlParser().ParseDocument(await TextOf(run));

    /// <summary>What the script draws from.</summary>
    public static async Task<ReportData> DataOf(SampleRun run) => new(await TextOf(run));

    public static IEnumerable<string> Texts(this IParentNode part, string selector) =>
        part.QuerySelectorAll(selector).Select(element => element.TextContent.Trim());
}
