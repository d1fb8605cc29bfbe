using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using Microsoft.AspNetCore.Components;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>
/// Writes the page of one run, block after block. Of what was seen only one scenario is in memory at a time, and of the pictures
/// only one.
/// </summary>
/// <param name="form">Where the pictures are; null decides by their size.</param>
internal sealed class PageWriter(RunFolder folder, ReportForm? form)
{
    /// <summary>How many scenarios one block of details has: opening one of them reads the block.</summary>
    public const int ChunkSize = 16;

    // Nothing of a run can look so: what is written by the shell encodes every angle bracket.
    internal static readonly MarkupString FactsMark = new("<!--facts-->");
    internal static readonly MarkupString DetailsMark = new("<!--details-->");

    /// <summary>Writes <c>report.html</c>, whole or not at all.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        var run = folder.ReadRun();
        var index = EventIndex.Of(folder);
        var scenarios = RunFacts.Ordered(run);
        var shell = await HtmlPage.RenderAsync<ReportPage>(new(StringComparer.Ordinal) { [nameof(ReportPage.Run)] = run });
        var half = folder.ReportFile + ".part";
        try
        {
            await using (var page = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
                await WriteAsync(page, shell, run, scenarios, index, cancellation);
            File.Move(half, folder.ReportFile, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private async Task WriteAsync(
        Stream page, string shell, RunRecord run, IReadOnlyList<ScenarioRecord> scenarios, EventIndex index, CancellationToken cancellation)
    {
        var (facts, details) = (FactsMark.Value, DetailsMark.Value);
        var at = shell.IndexOf(facts, StringComparison.Ordinal);
        var rest = shell[at..];
        await DataBlock.TextAsync(page, shell[..at], cancellation);
        await DataBlock.WriteAsync(page, "facts", RunFacts.Of(run, scenarios, ChunkSize), cancellation);
        var script = rest[facts.Length..rest.IndexOf(details, StringComparison.Ordinal)];
        await DataBlock.TextAsync(page, script, cancellation);
        await DataBlock.WriteAsync(page, "words", scenarios.Select(RunFacts.Words), cancellation);
        await WriteDetailsAsync(page, run, scenarios, index, cancellation);
        await DataBlock.TextAsync(page, rest[(facts.Length + script.Length + details.Length)..], cancellation);
    }

    private async Task WriteDetailsAsync(
        Stream page, RunRecord run, IReadOnlyList<ScenarioRecord> scenarios, EventIndex index, CancellationToken cancellation)
    {
        using var sources = new KeptSources(folder);
        var pictures = new Pictures(folder.Path, AreInside(scenarios, index));
        foreach (var (number, chunk) in scenarios.Chunk(ChunkSize).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            await DataBlock.WriteAsync(
                page, string.Create(CultureInfo.InvariantCulture, $"details-{number}"),
                chunk.Select(scenario => ScenarioDetail.Of(run, scenario, EventsOf(index, scenario), pictures, sources)), cancellation);
            foreach (var picture in pictures.Taken())
                await DataBlock.WriteFileAsync(page, picture.Id!, picture.MediaType!, picture.File!, cancellation);
        }
    }

    private bool AreInside(IReadOnlyList<ScenarioRecord> scenarios, EventIndex index) => form switch
    {
        ReportForm.File => true,
        ReportForm.Folder => false,
        _ => !Directory.Exists(folder.EvidenceFolder)
            || new DirectoryInfo(folder.EvidenceFolder).EnumerateFiles().Sum(file => file.Length) <= Pictures.Most
            || Pictures.Fit(folder.Path, scenarios.SelectMany(scenario => EventsOf(index, scenario).OfType<ScreenshotTaken>())),
    };

    private static IReadOnlyList<Event> EventsOf(EventIndex index, ScenarioRecord scenario) =>
        index.AttemptsOf(scenario.Id) is { Count: > 0 } attempts ? RunReading.Shown(attempts, scenario.Shown) : [];
}
