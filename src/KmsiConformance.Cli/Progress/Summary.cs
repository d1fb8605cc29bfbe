using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Suite;
using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>What the terminal says at the end of a run: counts, then where to look.</summary>
internal static class Summary
{
    private const int MostNamed = 10;

    /// <summary>Says what came of a run.</summary>
    /// <param name="reports">The files of its reports.</param>
    public static void Print(IAnsiConsole console, RunRecord run, IEnumerable<string> reports)
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
            $"Profile {run.Profile}, {target}, {run.Browser.Name} {run.Browser.Version}, clock {run.Clock.Mode}{ItsOwn(run)}");
        Worst(console, run);
        foreach (var entry in run.Baseline?.OutOfDate ?? []) console.MarkupLineInterpolated($"    {entry}");
        Stability(console, run);

        // Of a whole catalogue only those that do not hold.
        var few = run.Scenarios.Count <= MostNamed;
        foreach (var own in run.Requirements.Where(requirement =>
            requirement.Area == Requirement.OwnArea && (few || requirement.Verdict is not (Verdict.Passed or Verdict.Inapplicable))))
            console.MarkupLine(
                $"[{VerdictStyle.Colour(own.Verdict)}]{own.Verdict.Text()}[/] {own.Id} ({own.Level}): {Markup.Escape(own.Text)}");
        if (RunOutcome.NotLookedAt(run) is { Count: > 0 } unseen)
            console.MarkupLineInterpolated(
                $"MUST, and not looked at: {Named(unseen)}. Their scenarios in the report say why.");
        if (run.Scenarios.Count(scenario => scenario.ParkedUntil is not null) is > 0 and var parked)
            console.MarkupLineInterpolated($"Parked: {parked}; 'kmsi run --resume-parked' goes on with them.");
        if (run.Stopped is { } stopped) console.MarkupLineInterpolated($"[red]Stopped:[/] {stopped}.");
        foreach (var note in run.Notes) console.MarkupLineInterpolated($"[yellow]Note:[/] {note}");
        foreach (var report in reports) console.MarkupLineInterpolated($"Report: {report}");
    }

    /// <summary>What is left of a run that was interrupted, and how it goes on.</summary>
    public static void Interrupted(RunFolder folder)
    {
        var run = folder.ReadRun();
        if (run.Plan?.Queue is { } queue)
        {
            Console.Error.WriteLine(
                $"Interrupted: {run.Scenarios.Count} scenarios have a result, which 'kmsi merge' takes from {folder.Path}. What was under "
                + $"way is given to another worker of queue {queue.Name}.");
            return;
        }

        Console.Error.WriteLine(
            $"Interrupted: {run.Scenarios.Count} of {run.Plan?.Scenarios.Count} scenarios have a result; there is none of the whole. Go on "
            + $"with: kmsi run --resume {folder.Path}");
    }

    // How often each verdict came, where scenarios were run several times and not always to the same end.
    private static void Stability(IAnsiConsole console, RunRecord run)
    {
        // What does not count was said when it happened.
        var several = run.Scenarios.Where(scenario => scenario.Tries?.Count - (scenario.Again?.Count ?? 0) > 1).ToList();
        if (several.Count == 0) return;
        var unstable = several.Where(scenario => scenario.Tries!.DistinctBy(attempt => attempt.Verdict).Count() > 1).ToList();
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Run several times: {several.Count}; to the same verdict every time: {several.Count - unstable.Count}."));
        if (unstable.Count == 0) return;
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        foreach (var scenario in unstable.OrderBy(scenario => scenario.Id, StringComparer.Ordinal))
            table.AddRow(
                new Markup("    " + string.Join("  ", scenario.Tries!.GroupBy(attempt => attempt.Verdict)
                    .OrderByDescending(same => same.Count())
                    .Select(same => $"[{VerdictStyle.Colour(same.Key)}]{same.Count()} {same.Key.Text()}[/]"))),
                new Text(scenario.Id));
        console.Write(table);
    }

    private static string ItsOwn(RunRecord run) =>
        run.Target.StaysAtRealTime == true && run.Clock.Mode != "real" ? " in the browser alone: the target's cannot be moved" : "";

    private static string Named(IReadOnlyList<RequirementRecord> requirements) =>
        string.Join(", ", requirements.Take(MostNamed).Select(requirement => requirement.Id))
        + (requirements.Count <= MostNamed ? ""
            : string.Create(CultureInfo.InvariantCulture, $" and {requirements.Count - MostNamed} more"));

    // What decided the run, and what it warns of, once more: it stands somewhere among hundreds of lines.
    private static void Worst(IAnsiConsole console, RunRecord run)
    {
        List<ScenarioRecord> worst =
        [
            .. run.Scenarios
                .Where(scenario => scenario.Verdict is Verdict.Failed or Verdict.Flaky or Verdict.Error or Verdict.Warning
                    && scenario.Known is not { StillSeen: true })
                .OrderBy(scenario => scenario.Verdict switch { Verdict.Failed => 0, Verdict.Flaky => 1, Verdict.Error => 2, _ => 3 }),
        ];
        foreach (var scenario in worst.Take(MostNamed))
            console.MarkupLine(
                $"    [{VerdictStyle.Colour(scenario.Verdict)}]{scenario.Verdict.Text()}[/] {Markup.Escape(scenario.Id)} "
                + $"({Markup.Escape(string.Join(", ", scenario.About))})");
        if (worst.Count > MostNamed)
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"    and {worst.Count - MostNamed} more, in the report"));
    }
}
