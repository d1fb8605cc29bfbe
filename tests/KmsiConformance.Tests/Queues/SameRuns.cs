using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting;
using NUnit.Framework;

using Event = KmsiConformance.Ledger.Event;

namespace KmsiConformance.Tests.Queues;

/// <summary>Whether two run folders tell of the same run, but for times and what is made up anew in each.</summary>
internal static partial class SameRuns
{
    /// <summary>Demands the same results, the same events of each scenario, and the same report.</summary>
    public static void Demand(RunFolder actual, RunFolder expected)
    {
        var (run, one) = (actual.ReadRun(), expected.ReadRun());
        Assert.Multiple(() =>
        {
            Assert.That(run.Complete);
            Assert.That(run.Scenarios.Select(Said), Is.EqualTo(one.Scenarios.Select(Said)));
            Assert.That(run.Counts, Is.EqualTo(one.Counts));
            Assert.That(JsonSerializer.Serialize(run.Requirements), Is.EqualTo(JsonSerializer.Serialize(one.Requirements)));
            Assert.That(JsonSerializer.Serialize(run.Conflicts), Is.EqualTo(JsonSerializer.Serialize(one.Conflicts)));
            Assert.That(run.Plan!.Scenarios, Is.EqualTo(one.Plan!.Scenarios));
            var (seen, meant) = (actual.ReadAttempts(), expected.ReadAttempts());
            Assert.That(seen.Keys, Is.EquivalentTo(meant.Keys));
            foreach (var id in meant.Keys) Assert.That(Kinds(seen[id]), Is.EqualTo(Kinds(meant[id])), id);
        });
        var (page, other) = (Report(actual, run), Report(expected, one));
        Assert.That(
            page.Zip(other).FirstOrDefault(pair => pair.First != pair.Second), Is.EqualTo(default((string, string))), "on the report");
        Assert.That(page, Has.Count.EqualTo(other.Count).And.Count.GreaterThan(1000));
    }

    // All that it says of a scenario, without how long anything took and when it was.
    private static string Said(ScenarioRecord scenario) => Lasting(
        JsonSerializer.Serialize(
            scenario with { DurationMs = 0, Steps = [.. scenario.Steps.Select(step => step with { DurationMs = 0, At = null })] }));

    // What a browser does by itself beside the steps may come in either order.
    private static IEnumerable<string> Kinds(IReadOnlyList<IReadOnlyList<Event>> attempts) =>
        attempts.SelectMany(events => events.Select(seen => $"{seen.Step} {seen.GetType().Name}").Order(StringComparer.Ordinal));

    // What the page says of the run, its requirements, its scenarios and their steps. What was seen in each is drawn by lot for the
    // most part, and compared by itself.
    private static List<string> Report(RunFolder folder, RunRecord run)
    {
        using var page = new HtmlParser().ParseDocument(File.ReadAllText(folder.ReportFile));
        var data = ReportData.In(folder.ReportFile);
        return
        [
            .. page.QuerySelectorAll("h1, h2").Select(element => element.TextContent)
                .Concat(Texts(data.Facts.GetProperty("scenarios"), "id", "title", "verdict"))
                .Concat(Texts(data.Facts.GetProperty("requirements"), "id", "level", "text", "source", "verdict", "scenarios"))
                .Concat(run.Scenarios.SelectMany(scenario => Texts(data.Detail(scenario.Id).GetProperty("steps"), "text", "verdict")))
                .Select(text => Lasting(text.Replace(run.Id, "ID", StringComparison.Ordinal))),
        ];
    }

    private static IEnumerable<string> Texts(JsonElement list, params string[] names) =>
        list.EnumerateArray().SelectMany(part => names.Select(name => ReportData.TextOf(part, name) ?? ""));

    // Without moments, durations, ports and what is drawn by lot, of which a masked secret shows eight digits.
    private static string Lasting(string text) => Changing().Replace(
        text, found => found.Groups["word"] is { Success: true, Value: var word } && !(word.Any(char.IsUpper) && word.Any(char.IsLower))
            ? Identifier().Replace(word, "#") : "#");

    [GeneratedRegex(
        @"attempt-[\w-]{12}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|\+00:00| UTC)?|\d+(\.\d+)? (ms|s|min)\b|"
        + @"\b[0-9a-f]{8}\b|(?<word>[\w-]{30,})|\d+(\.\d+)?%?",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Changing();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Identifier();
}
