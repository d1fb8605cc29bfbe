using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Comparing;
using Spectre.Console;

namespace KmsiConformance.Cli.Comparing;

/// <summary>A comparison on the terminal: what changed in detail, what did not in a number.</summary>
internal static class DiffText
{
    private const int MostDetailed = 30;
    private const int MostNamed = 15;

    public static void Print(IAnsiConsole console, RunDiff diff)
    {
        Side(console, "before", diff.Before);
        Side(console, "now   ", diff.After);
        foreach (var warning in diff.Warnings) console.MarkupLine($"[yellow]Warning:[/] {Line(warning)}");
        foreach (var change in Enum.GetValues<Change>().Where(change => change != Change.Unchanged)) Class(console, diff, change);
        if (diff.RenamedAlone() is { Count: > 0 } renamed)
        {
            console.WriteLine();
            console.MarkupLine($"[grey]renamed, and unchanged[/] ({renamed.Count})");
            foreach (var scenario in renamed.Take(MostNamed)) console.MarkupLine($"  {Line(scenario.Id)} (was {Line(scenario.FormerId!)})");
            More(console, renamed.Count - MostNamed);
        }

        console.WriteLine();
        var colour = diff.Of(Change.NewlyFailing).Count > 0 ? "red" : diff.Comparable ? "green" : "yellow";
        console.MarkupLine($"[{colour}]{Line(diff.Word())}.[/] {Line(diff.Sentence())}");
    }

    private static void Side(IAnsiConsole console, string name, ComparedRun run)
    {
        var counts = Verdicts.Gravest.Where(verdict => run.Counts[verdict.Text()] > 0)
            .Select(verdict => $"[{VerdictStyle.Colour(verdict)}]{run.Counts[verdict.Text()]} {verdict.Text()}[/]");
        console.MarkupLine(
            $"{name}  {Line(run.Id)}, {Wording.Utc(run.StartedUtc)}: {Line(run.TargetWords())}, {Line(run.Profile)}, {Line(run.Browser)}: "
            + $"{string.Join("  ", counts.DefaultIfEmpty("nothing ran"))}");
    }

    private static void Class(IAnsiConsole console, RunDiff diff, Change change)
    {
        var scenarios = diff.Of(change);
        if (scenarios.Count == 0) return;
        var most = change.IsDetailed() ? MostDetailed : MostNamed;
        console.WriteLine();
        console.MarkupLine($"[{Colour(change)}]{change.Words()}[/] ({scenarios.Count})");
        foreach (var scenario in scenarios.Take(most))
        {
            var former = scenario.FormerId is { } id ? $" (was {Line(id)})" : "";
            console.MarkupLine($"  {Line(scenario.Id)}{former}  {Verdict(scenario)}");
            if (change.IsDetailed() && change != Change.StillFailing) Details(console, scenario);
        }

        More(console, scenarios.Count - most);
    }

    private static void Details(IAnsiConsole console, ScenarioChange scenario)
    {
        var now = scenario.After!;
        if (scenario.Change == Change.ChangedReason) Detail(console, "before", Why(scenario.Before!));
        if (now.Step is { } step) Detail(console, scenario.Change == Change.ChangedReason ? "now" : "step", step);
        Detail(console, "expected", now.Expected);
        Detail(console, "actual", now.Actual);
        if (now is { Expected: null, Actual: null }) Detail(console, "because", now.Reason);
        Detail(console, "at", now.Place);
    }

    private static void Detail(IAnsiConsole console, string name, string? value)
    {
        if (value is not null) console.MarkupLine($"    [grey]{name}[/] {Line(value)}");
    }

    private static string Why(ComparedResult result) =>
        result.Step is { } step ? step + (result.Check is { } check ? $" ({check})" : "") : result.Reason ?? "";

    private static string Verdict(ScenarioChange scenario) => (scenario.Before, scenario.After) switch
    {
        (null, { } now) => $"new, {Coloured(now)}",
        ({ } was, null) => $"was {Coloured(was)}",
        ({ } was, { } now) => was.Verdict == now.Verdict ? Coloured(now) : $"{Coloured(was)} → {Coloured(now)}",
        _ => "",
    };

    private static string Coloured(ComparedResult result) =>
        result.Verdict is { } verdict ? $"[{VerdictStyle.Colour(verdict)}]{verdict.Text()}[/]" : "[grey]no result[/]";

    private static void More(IAnsiConsole console, int more)
    {
        if (more > 0) console.MarkupLine($"  and {more} more; --format json names all");
    }

    private static string Colour(Change change) => change switch
    {
        Change.NewlyFailing or Change.ChangedReason or Change.StillFailing => "red",
        Change.NewlyUndecided => "darkorange",
        Change.NewlyWarned or Change.FailingAsKnown or Change.Flaky => "yellow",
        _ when change.IsGood() => "green",
        _ => "grey",
    };

    private static string Line(string text) => Markup.Escape(SafeText.OneLine(text));
}
