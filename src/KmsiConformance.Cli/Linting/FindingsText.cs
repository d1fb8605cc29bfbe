using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Lint;
using KmsiConformance.Lint.Output;

namespace KmsiConformance.Cli.Linting;

/// <summary>Findings for people: the line, a mark under what is meant, and how to mend it.</summary>
internal static class FindingsText
{
    public static void Print(LintReport report)
    {
        foreach (var file in report.Findings.GroupBy(f => f.At.File, StringComparer.Ordinal))
        {
            var lines = Lines(file.Key);
            foreach (var finding in file) Print(finding, lines);
        }

        Line(Summary(report), report.AtOrAbove(Severity.Error) > 0 ? "red" : report.AtOrAbove(Severity.Warning) > 0 ? "yellow" : "green");
    }

    private static void Print(Finding finding, string[] lines)
    {
        var rule = LintRules.Find(finding.Rule)!;
        Line($"{finding.At}: {ReportJson.Word(finding.Severity)} {finding.Rule}: {finding.Message}", Colour(finding.Severity));
        if (finding.At.Line > 0 && finding.At.Line <= lines.Length)
        {
            var excerpt = SourceExcerpt.Of(lines[finding.At.Line - 1], finding.At.Column);
            Line($"{finding.At.Line,6} | {excerpt.Line}", "default");
            Line($"       | {excerpt.Underline}", Colour(finding.Severity));
        }

        Line($"       {finding.Suggestion}", "default");
        Line($"       {string.Join(", ", rule.Basis)} · {rule.Document}: {rule.Section}", "grey");
        Line("", "default");
    }

    private static string Summary(LintReport report)
    {
        var judged = $"{Count(report.Policies, "policy", "policies")} of {Count(report.Sets, "set", "sets")}"
            + $" in {Count(report.Files, "file", "files")} judged by {report.Readings.Profile}"
            + $"{(report.Unreadable.Count > 0 ? $"; {Count(report.Unreadable.Count, "file", "files")} could not be read" : "")}";
        return report.Findings.Count == 0
            ? $"No findings. {judged}."
            : $"{Count(report.Findings.Count(f => f.Severity == Severity.Error), "error", "errors")}, "
                + $"{Count(report.Findings.Count(f => f.Severity == Severity.Warning), "warning", "warnings")}, "
                + $"{Count(report.Findings.Count(f => f.Severity == Severity.Info), "info", "infos")}. {judged}.";
    }

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Colour(Severity severity) =>
        severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "blue" };

    // Lines are never wrapped: marks would slip and a search for a file's name would miss it.
    private static void Line(string text, string colour)
    {
        var line = SafeText.OneLine(text);
        if (Terminal.IsLive) Terminal.Console.Write(new UnwrappedText(line, colour));
        else Console.WriteLine(line);
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
