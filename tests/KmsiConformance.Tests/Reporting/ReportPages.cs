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

    public static async Task<IHtmlDocument> Of(SampleRun run) => new HtmlParser().ParseDocument(await TextOf(run));

    public static IElement Card(this IHtmlDocument page, string id) =>
        page.GetElementById(id) ?? throw new InvalidOperationException($"The report has no card {id}.");

    public static IEnumerable<string> Texts(this IParentNode part, string selector) =>
        part.QuerySelectorAll(selector).Select(element => element.TextContent.Trim());
}
