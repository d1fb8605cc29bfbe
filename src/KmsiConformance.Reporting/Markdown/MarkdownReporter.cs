using System.Globalization;
using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Markdown;

/// <summary>
/// Writes <c>summary.md</c>, what a build server shows beside a run: the outcome, counts, what did not hold with expected and actual,
/// notes. It never has more than 60 kB; what is left out is said.
/// </summary>
public sealed class MarkdownReporter : TextReporter
{
    /// <summary>The most that it may have, in bytes.</summary>
    public const int MostBytes = 60_000;

    private const int MostForNotes = 10_000;

    // Room for the sentence that says what was left out.
    private const int ForSentence = 300;

    private static readonly Verdict[] Told = [Verdict.Failed, Verdict.Flaky, Verdict.Error, Verdict.CantTell, Verdict.Warning];

    public override string Name => "markdown";

    public override string FileIn(RunFolder folder) => folder.MarkdownFile;

    protected override string Of(RunReading reading)
    {
        var run = reading.Run;
        var (head, notes) = (Head(run), Notes(run));
        var room = MostBytes - Size(head) - Size(notes);
        return head + Fitting(Scenarios(reading), room, "scenario", ". All of them are in report.html.") + notes;
    }

    private static string Head(RunRecord run)
    {
        var outcome = RunOutcome.Of(run);
        var text = new StringBuilder($"## Keep me signed in: {outcome.Word.ToLowerInvariant()}\n\n");
        text.Append(MarkdownText.Of(outcome.Because)).Append("\n\n");
        var target = run.Target.Name + (run.Target.Version is { } version ? $" {version}" : "")
            + (run.Fault is { } fault ? $" with the fault {fault}" : "");
        text.Append(MarkdownText.Of(
            $"Target {target}, profile {run.Profile}, {run.Browser.Name} {run.Browser.Version}, clock {run.Clock.Mode}, "
            + $"{Wording.Utc(run.StartedUtc)}, {Wording.Took(run.DurationMs)}.")).Append("\n\n");
        text.Append("| verdict | scenarios | requirements |\n| --- | ---: | ---: |\n");
        foreach (var verdict in Verdicts.Gravest)
        {
            var scenarios = run.Scenarios.Count(scenario => scenario.Verdict == verdict);
            var requirements = run.Requirements.Count(requirement => requirement.Verdict == verdict);
            if (scenarios + requirements > 0)
                text.Append(CultureInfo.InvariantCulture, $"| {verdict.Text()} | {scenarios} | {requirements} |\n");
        }

        return text.Append('\n').ToString();
    }

    // What is known to fail comes last: nobody has to act on it.
    private static IEnumerable<string> Scenarios(RunReading reading)
    {
        var isKnown = (ScenarioRecord scenario) => scenario.Known is { StillSeen: true };
        foreach (var verdict in Told)
            foreach (var (index, scenario) in reading.Run.Scenarios.Where(one => one.Verdict == verdict && !isKnown(one)).Index())
                yield return (index == 0 ? $"### {verdict.Text()}\n\n" : "") + Scenario(reading, scenario);
        foreach (var (index, scenario) in reading.Run.Scenarios.Where(isKnown).Index())
            yield return (index == 0 ? "### Known to fail\n\n" : "") + Scenario(reading, scenario);
    }

    private static string Scenario(RunReading reading, ScenarioRecord scenario)
    {
        var text = new StringBuilder($"**{MarkdownText.Of(scenario.Title)}**  \n{MarkdownText.Code(scenario.Id)}");
        if (ScenarioText.Place(scenario) is { } place) text.Append($", {MarkdownText.Code(place)}");
        text.Append("\n\n");
        var requirements = reading.Run.Requirements.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
        foreach (var id in scenario.About)
            text.Append(
                requirements.TryGetValue(id, out var requirement)
                    ? $"- {MarkdownText.Of(id)} ({requirement.Level}): {MarkdownText.Of(requirement.Text)}\n"
                    : $"- {MarkdownText.Of(id)}\n");
        var step = scenario.Deciding();
        if (step is not null) text.Append($"- Step: {MarkdownText.Of(step.Text)}\n");
        if (step?.Expected is { } expected) text.Append($"- Expected: {MarkdownText.Of(expected)}\n");
        if (step?.Actual is { } actual) text.Append($"- Actual: {MarkdownText.Of(actual)}\n");
        if (scenario.Reason is { } reason && step is not { Expected: not null, Actual: not null })
            text.Append($"- Because: {MarkdownText.Of(reason)}\n");
        foreach (var sentence in step?.Diagnosis ?? []) text.Append($"- Seen in the browser: {MarkdownText.Of(sentence)}\n");
        if (scenario.Violates is { } violates) text.Append($"- Violates: {MarkdownText.Of(violates)}\n");
        if (scenario.Known is { } known) text.Append($"- Known: {MarkdownText.Of(known.Because)}\n");
        foreach (var picture in ScenarioText.Pictures(reading, scenario))
            text.Append($"- Picture: {MarkdownText.Code(picture.File)} ({MarkdownText.Of(picture.Caption)})\n");
        return text.Append('\n').ToString();
    }

    private static string Notes(RunRecord run)
    {
        var unseen = RunOutcome.NotLookedAt(run).Select(requirement => requirement.Id).ToList();
        List<string> notes =
        [
            .. unseen.Count > 0 ? [$"- MUST, and not looked at: {MarkdownText.Of(string.Join(", ", unseen))}.\n"] : Array.Empty<string>(),
            .. run.Notes.Select(note => $"- {MarkdownText.Of(note)}\n"),
        ];
        return notes.Count == 0 ? "" : "### Notes\n\n" + Fitting(notes, MostForNotes, "note", ". All of them are in run.json.");
    }

    // As many whole parts as there is room for, and a sentence where that is not all.
    private static string Fitting(IEnumerable<string> parts, int room, string what, string where)
    {
        var all = parts.ToList();
        var (text, used) = (new StringBuilder(), 0);
        foreach (var (index, part) in all.Index())
        {
            used += Size(part);
            if (used > room - ForSentence)
            {
                var left = all.Count - index;
                return text.Append(CultureInfo.InvariantCulture, $"{left} more {what}{(left == 1 ? " is" : "s are")} left out here, for a ")
                    .Append(CultureInfo.InvariantCulture, $"summary has {MostBytes / 1000} kB at most{where}\n\n").ToString();
            }

            text.Append(part);
        }

        return text.ToString();
    }

    private static int Size(string text) => Encoding.UTF8.GetByteCount(text);
}
