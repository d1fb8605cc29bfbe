using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Suite;
using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>What the terminal says at the end of a run: counts, then where to look.</summary>
internal static class Summary
{
    public static void Print(IAnsiConsole console, RunRecord run, RunFolder folder)
    {
        var counts = Verdicts.Gravest.Select(verdict => (Verdict: verdict, Count: run.Counts.GetValueOrDefault(verdict.Text())))
            .Where(pair => pair.Count > 0);
        var parts = counts.Select(pair => $"[{VerdictStyle.Colour(pair.Verdict)}]{pair.Count} {pair.Verdict.Text()}[/]");
        console.WriteLine();
        console.MarkupLine(
            string.Join("  ", parts) + string.Create(CultureInfo.InvariantCulture, $"   in {run.DurationMs / 1000.0:0.0} s"));
        var target = run.Target.Name + (run.Target.Version is { } version ? $" {version}" : "")
            + (run.Fault is null ? "" : $" with fault {run.Fault}");
        var outcome = RunOutcome.Of(run);
        console.MarkupLine($"[{VerdictStyle.Colour(outcome.Verdict)}]{outcome.Word}.[/] {Markup.Escape(outcome.Because)}");
        console.MarkupLineInterpolated(
            $"Profile {run.Profile}, {target}, {run.Browser.Name} {run.Browser.Version}, clock {run.Clock.Mode}");
        foreach (var own in run.Requirements.Where(requirement => requirement.Area == Requirement.OwnArea))
            console.MarkupLine(
                $"[{VerdictStyle.Colour(own.Verdict)}]{own.Verdict.Text()}[/] {own.Id} ({own.Level}): {Markup.Escape(own.Text)}");
        if (run.Scenarios.Count(scenario => scenario.ParkedUntil is not null) is > 0 and var parked)
            console.MarkupLineInterpolated($"Parked: {parked}; 'kmsi run --resume-parked' goes on with them.");
        if (run.Stopped is { } stopped) console.MarkupLineInterpolated($"[red]Stopped:[/] {stopped}.");
        foreach (var note in run.Notes) console.MarkupLineInterpolated($"[yellow]Note:[/] {note}");
        console.MarkupLineInterpolated($"Report: {folder.ReportFile}");
    }
}
