using System.Buffers;
using System.Globalization;
using System.Text;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>A comparison as Markdown, short enough for a comment on a pull request. Nothing that a run says becomes markup.</summary>
public static class DiffMarkdown
{
    // A comment on GitHub has at most 65,536 characters.
    private const int MostDetailed = 25;
    private const int MostNamed = 50;
    private const int LongestText = 300;

    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\\`*_[]|~@#!$");

    /// <summary>The text, with a line end after its last line.</summary>
    public static string Of(RunDiff diff)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        Line($"### Keep me signed in: {diff.Word().ToLowerInvariant()}");
        Line();
        Line(Plain(diff.Sentence()));
        Line();
        foreach (var warning in diff.Warnings) Line($"> **{(diff.Comparable ? "Note" : "Hardly comparable")}:** {Plain(warning)}\n>");
        if (diff.Warnings.Count > 0) Line();
        Line("| | run | started | target | profile | browser | says |");
        Line("| --- | --- | --- | --- | --- | --- | --- |");
        Line(Row("before", diff.Before));
        Line(Row("now", diff.After));
        foreach (var change in Enum.GetValues<Change>().Where(change => change != Change.Unchanged))
            Section(Line, change, diff.Of(change));
        if (diff.RenamedAlone() is { Count: > 0 } renamed)
        {
            Line();
            Line($"#### Renamed, and unchanged ({renamed.Count})");
            Line();
            foreach (var scenario in renamed.Take(MostNamed)) Line($"- {Named(scenario)}");
            More(Line, renamed.Count - MostNamed);
        }

        return text.ToString();
    }

    /// <summary>Text that Markdown shows as it is: no markup, no mention, no link.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var one in text.ReplaceLineEndings(" "))
        {
            if (char.IsControl(one)) plain.Append('\uFFFD');
            else if (Markup.Contains(one)) plain.Append(CultureInfo.InvariantCulture, $"&#{(int)one};");
            else plain.Append(one);
        }

        return plain.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }

    private static string Row(string which, ComparedRun run) =>
        $"| {which} | {Plain(run.Id)} | {Wording.Utc(run.StartedUtc)} | {Plain(run.TargetWords())} | {Plain(run.Profile)} | "
        + $"{Plain(run.Browser)} | {Plain(run.Outcome)} |";

    private static void Section(Action<string> line, Change change, IReadOnlyList<ScenarioChange> scenarios)
    {
        if (scenarios.Count == 0) return;
        var most = change.IsDetailed() ? MostDetailed : MostNamed;
        line("");
        line($"#### {Capital(change.Words())} ({scenarios.Count})");
        line("");
        foreach (var scenario in scenarios.Take(most))
        {
            line($"- {Named(scenario)}: {Verdicts(scenario)}");
            if (!change.IsDetailed()) continue;
            var now = scenario.After ?? scenario.Before!;
            var because = now.Expected is null && now.Actual is null ? now.Reason : null;
            foreach (var (name, value) in new[]
                { ("expected", now.Expected), ("seen", now.Actual), ("because", because), ("at", now.Place) })
                if (value is not null) line($"  - {name}: {Plain(Cut(value))}");
            if (change == Change.ChangedReason) line($"  - before: {Plain(Cut(Why(scenario.Before!)))}");
        }

        More(line, scenarios.Count - most);
    }

    private static void More(Action<string> line, int more)
    {
        if (more > 0) line($"- and {more} more");
    }

    private static string Named(ScenarioChange scenario) =>
        Plain(scenario.Id) + (scenario.FormerId is { } former ? $" (was {Plain(former)})" : "");

    private static string Verdicts(ScenarioChange scenario) => (scenario.Before, scenario.After) switch
    {
        (null, { } now) => $"{Plain(now.VerdictText())}, new",
        ({ } was, null) => $"was {Plain(was.VerdictText())}",
        ({ } was, { } now) => $"{Plain(was.VerdictText())} → **{Plain(now.VerdictText())}**",
        _ => "",
    };

    private static string Why(ComparedResult result) => result.Step is { } step ? $"{step}; {result.Check}" : result.Reason ?? "";

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
