using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.Trends;
using Spectre.Console;

namespace KmsiConformance.Cli.Comparing;

/// <summary>A trend on the terminal: the last runs of each kind, what fails since when, and what is unstable.</summary>
internal static class TrendText
{
    private const int MostRuns = 10;
    private const int MostNamed = 15;

    public static void Print(IAnsiConsole console, Trend trend)
    {
        foreach (var group in trend.Groups) Group(console, group);
        if (trend.Groups.Any(group => group.MostFailed().Count + group.Unstable().Count > 0))
            console.MarkupLine(
                $"[grey]One sign for each of the last {Trend.StripLength} runs: . passed, F failed, f flaky, w warning, E error, "
                + "? cannot tell, - not judged, blank where the run does not have it.[/]");
        foreach (var run in trend.Groups.SelectMany(group => group.Runs).Where(run => !run.IsResult))
            console.MarkupLine(
                $"[yellow]No result:[/] {Line(run.Folder)} ({Wording.Utc(run.StartedUtc)}) did not reach its end; its verdicts count for "
                + "nothing.");
        foreach (var unread in trend.Unread) console.MarkupLine($"[yellow]Not read:[/] {Line(unread.Name)}: {Line(unread.Reason)}");
    }

    private static void Group(IAnsiConsole console, TrendGroup group)
    {
        var left = group.Runs.Count - MostRuns;
        console.MarkupLine($"[bold]{Line(group.Kind)}[/]: {(group.Runs.Count == 1 ? "1 run" : $"{group.Runs.Count} runs")}");
        if (left > 0) console.MarkupLine($"  [grey]{left} earlier; --format json and --out have all[/]");
        foreach (var run in group.Runs.TakeLast(MostRuns))
        {
            var counts = Verdicts.Gravest.Where(verdict => run.Counts[verdict.Text()] > 0)
                .Select(verdict => $"[{VerdictStyle.Colour(verdict)}]{run.Counts[verdict.Text()]} {verdict.Text()}[/]");
            var outcome = $"[{VerdictStyle.Colour(run.Tone)}]{Line(run.Outcome),-14}[/]";
            console.MarkupLine(
                $"  {Wording.Utc(run.StartedUtc)}  {Wording.Took(run.DurationMs),-11}  {outcome}  "
                + $"{string.Join("  ", counts.DefaultIfEmpty("nothing ran"))}  {Line(run.Folder)}");
        }

        Section(console, "failing now", group.Failing(), scenario => $"since {Wording.Utc(scenario.FailingSince!.StartedUtc)}");
        Section(console, "unstable", group.Unstable(), scenario => $"changed {scenario.Changes} times, failed {scenario.Failures} times");
        var told = group.Failing().Concat(group.Unstable()).ToHashSet();
        Section(
            console, "failed, and does not now", [.. group.MostFailed().Where(scenario => !told.Contains(scenario))],
            scenario => $"failed {(scenario.Failures == 1 ? "once" : $"{scenario.Failures} times")}");
        console.WriteLine();
    }

    private static void Section(
        IAnsiConsole console, string heading, IReadOnlyList<ScenarioTrend> scenarios, Func<ScenarioTrend, string> says)
    {
        if (scenarios.Count == 0) return;
        console.MarkupLine($"  {heading} ({scenarios.Count})");
        foreach (var scenario in scenarios.Take(MostNamed))
            console.MarkupLine($"    {string.Concat(scenario.Verdicts.Select(Sign))}  {Line(scenario.Id)}  [grey]{says(scenario)}[/]");
        if (scenarios.Count > MostNamed) console.MarkupLine($"    and {scenarios.Count - MostNamed} more");
    }

    // One letter for each run, told apart without colour.
    private static string Sign(Verdict? verdict) => verdict is not { } one ? " " : one switch
    {
        Verdict.Passed => "[green].[/]",
        Verdict.Failed => "[red]F[/]",
        Verdict.Flaky => "[orangered1]f[/]",
        Verdict.Warning => "[yellow]w[/]",
        Verdict.Error => "[magenta]E[/]",
        Verdict.CantTell => "[darkorange]?[/]",
        _ => "[grey]-[/]",
    };

    private static string Line(string text) => Markup.Escape(SafeText.OneLine(text));
}
