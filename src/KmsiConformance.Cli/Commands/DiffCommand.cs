using System.CommandLine;
using System.Text.Json;
using KmsiConformance.Cli.Comparing;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Comparing;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi diff</c>: what changed from one run to a later one, from their folders alone.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("BEFORE") { Description = "The folder of the earlier run." };
        var after = new Argument<string>("AFTER") { Description = "The folder of the later run." };
        var page = new Option<string?>("--out") { Description = "Also write a page for browsers.", HelpName = "FILE.html" };
        var format = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => "text" }
            .AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("diff", "Say what changed from one run to a later one: what newly fails, what is fixed, and why.")
        {
            before, after, format, page,
        };
        command.SetAction((parsed, cancellation) => CompareAsync(
            parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(format)!, parsed.GetValue(page), cancellation));
        return command;
    }

    private static async Task<int> CompareAsync(string before, string after, string format, string? page, CancellationToken cancellation)
    {
        var (was, now) = (NamedRun.FindWhole(before), NamedRun.FindWhole(after));
        if (NamedRun.IsSame(was, now))
            throw new UserErrorException($"{was.Path} is named twice, and a run differs in nothing from itself. Expected the folder of an "
                + "earlier run, then that of a later one.");
        var diff = RunDiff.Of(was, now);
        if (page is not null) await DiffReporter.WriteAsync(diff, PageFile.Named(page), cancellation);
        if (format == "json") Console.WriteLine(JsonSerializer.Serialize(diff, RunFolder.Json));
        else if (format == "markdown") Console.Write(DiffMarkdown.Of(diff));
        else DiffText.Print(Terminal.Console, diff);

        // What a script reads is not mixed with words for people.
        if (page is not null) (format == "text" ? Console.Out : Console.Error).WriteLine($"Report: {Path.GetFullPath(page)}");
        return diff.Of(Change.NewlyFailing).Count > 0 ? ExitCodes.NotConformant : ExitCodes.Conformant;
    }
}
