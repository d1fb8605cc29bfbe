using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>
/// What the terminal says after a run on several browsers: counts for each, then every scenario on which they are not
/// of one mind.
/// </summary>
internal static class AgreementSummary
{
    public static void Print(IAnsiConsole console, AgreementRecord agreement, RunFolder folder)
    {
        var ran = agreement.Browsers.Where(browser => browser.Missing is null).ToList();
        console.WriteLine();
        console.Write(Counts(agreement, ran));
        foreach (var missing in agreement.Browsers.Where(browser => browser.Missing is not null))
            console.MarkupLineInterpolated($"[magenta]MISSING[/] {missing.Name}: {missing.Missing}");

        var mixed = agreement.Scenarios.Where(scenario => scenario.Verdicts.Select(one => one.Verdict).Distinct().Count() > 1).ToList();
        if (mixed.Count > 0) console.Write(Mixed(mixed, ran));
        var outcome = AgreementOutcome.Of(agreement);
        console.MarkupLineInterpolated($"{outcome.Word}: {outcome.Because}");
        console.MarkupLineInterpolated($"Report: {folder.AgreementReportFile}");
    }

    private static Table Counts(AgreementRecord agreement, IReadOnlyList<BrowserAgreement> ran)
    {
        var table = Table("verdict", ran.Select(browser => $"{browser.Name} {browser.Version}"));
        foreach (var verdict in Verdicts.Gravest)
        {
            var counts = ran.Select(browser => agreement.Scenarios.Count(scenario => Of(scenario, browser) == verdict)).ToList();
            if (counts.Any(count => count > 0))
                table.AddRow(
                    [new Markup($"[{VerdictStyle.Colour(verdict)}]{verdict.Text()}[/]"), .. counts.Select(count => new Text($"{count}"))]);
        }

        return table;
    }

    // Differences are marked; where one browser merely cannot show it, the reason stands in its report.
    private static Table Mixed(IReadOnlyList<ScenarioAgreement> mixed, IReadOnlyList<BrowserAgreement> ran)
    {
        var table = Table("scenario", ran.Select(browser => browser.Name));
        foreach (var scenario in mixed.OrderBy(scenario => scenario.Agrees))
        {
            table.AddRow([
                new Text($"{(scenario.Agrees ? "  " : "≠ ")}{scenario.Id}"),
                .. ran.Select(browser =>
                    Of(scenario, browser) is { } verdict
                        ? new Markup($"[{VerdictStyle.Colour(verdict)}]{verdict.Text()}[/]")
                        : new Markup("")),
            ]);
        }

        return table;
    }

    private static Verdict? Of(ScenarioAgreement scenario, BrowserAgreement browser) =>
        scenario.Verdicts.FirstOrDefault(one => one.Browser == browser.Name)?.Verdict;

    private static Table Table(string first, IEnumerable<string> others)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(first).NoWrap());
        foreach (var other in others) table.AddColumn(new TableColumn(Markup.Escape(other)));
        return table;
    }
}
