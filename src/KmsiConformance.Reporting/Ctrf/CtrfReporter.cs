using System.Text.Json.Nodes;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Ctrf;

/// <summary>
/// Writes <c>ctrf.json</c>, the Common Test Report Format (https://ctrf.io): a test for each scenario, with its steps. What nobody could
/// tell is <c>other</c>, what waits is <c>pending</c>; the verdict itself stands in <c>rawStatus</c>.
/// </summary>
public sealed class CtrfReporter : TextReporter
{
    private const string Failed = "failed";
    private const string Skipped = "skipped";
    private const string Pending = "pending";

    private static readonly string[] Statuses = ["passed", Failed, Skipped, Pending, "other"];

    public override string Name => "ctrf";

    public override string FileIn(RunFolder folder) => folder.CtrfFile;

    protected override string Of(RunReading reading)
    {
        var run = reading.Run;
        return JsonReport.Of(new JsonObject
        {
            ["reportFormat"] = "CTRF",
            ["specVersion"] = "0.0.0",
            ["reportId"] = StableId.Guid(run.Id).ToString(),
            ["timestamp"] = Wording.Iso(run.StartedUtc.AddMilliseconds(run.DurationMs)),
            ["generatedBy"] = $"kmsi {run.Tool.Version}",
            ["results"] = new JsonObject
            {
                ["tool"] = new JsonObject { ["name"] = run.Tool.Name, ["version"] = run.Tool.Version },
                ["summary"] = Summary(run),
                ["tests"] = JsonReport.Array(run.Scenarios.Select(scenario => Test(reading, scenario))),
                ["environment"] = JsonReport.Object(
                    ("reportName", $"{run.Target.Name}, {run.Profile}, {run.Browser.Name} {run.Browser.Version}"),
                    ("appName", run.Target.Name),
                    ("appVersion", run.Target.Version),
                    ("healthy", RunOutcome.Of(run).Verdict is Verdict.Passed or Verdict.Warning),
                    ("extra", JsonReport.Object(
                        ("run", run.Id), ("profile", run.Profile), ("fault", run.Fault), ("clock", run.Clock.Mode),
                        ("outcome", RunOutcome.Of(run).Because), ("notes", JsonReport.Texts(run.Notes))))),
            },
        });
    }

    private static JsonObject Summary(RunRecord run)
    {
        var start = run.StartedUtc.ToUnixTimeMilliseconds();
        var summary = new JsonObject { ["tests"] = run.Scenarios.Count };
        foreach (var status in Statuses) summary[status] = run.Scenarios.Count(scenario => Status(scenario) == status);
        summary["suites"] = run.Scenarios.DistinctBy(scenario => ScenarioText.Split(scenario.Id).Group, StringComparer.Ordinal).Count();
        summary["start"] = start;
        summary["stop"] = start + run.DurationMs;
        summary["duration"] = run.DurationMs;
        return summary;
    }

    private static JsonObject Test(RunReading reading, ScenarioRecord scenario)
    {
        var isPassed = scenario.Verdict == Verdict.Passed;
        var pictures = ScenarioText.Pictures(reading, scenario);
        return JsonReport.Object(
            ("id", StableId.Guid(scenario.Id).ToString()),
            ("name", scenario.Title.Length > 0 ? scenario.Title : scenario.Id),
            ("status", Status(scenario)),
            ("rawStatus", scenario.Verdict.Text()),
            ("duration", scenario.DurationMs),
            ("suite", JsonReport.Texts(ScenarioText.Split(scenario.Id).Group.Split('/'))),
            ("message", isPassed ? null : ScenarioText.Message(scenario)),
            ("trace", isPassed ? null : ScenarioText.Protocol(reading, scenario)),
            ("filePath", scenario.File),
            ("line", scenario.Deciding()?.Line),
            ("retries", scenario.Attempts - 1),
            ("flaky", scenario.Verdict == Verdict.Flaky ? true : null),
            ("tags", JsonReport.Texts(scenario.About)),
            ("browser", $"{reading.Run.Browser.Name} {reading.Run.Browser.Version}"),
            ("attachments", pictures.Count == 0 ? null : JsonReport.Array(pictures.Select(Attachment))),
            ("steps", JsonReport.Array(scenario.Steps.Select(step => new JsonObject
            {
                ["name"] = step.Text, ["status"] = Status(step.Verdict),
            }))),
            ("extra", JsonReport.Object(
                ("scenario", scenario.Id), ("violates", scenario.Violates), ("policy", scenario.Policy),
                ("known", scenario.Known?.Because), ("parkedUntil", scenario.ParkedUntil is { } until ? Wording.Iso(until) : null))));
    }

    private static JsonObject Attachment(ScreenshotTaken picture) => new()
    {
        ["name"] = picture.Caption,
        ["contentType"] = picture.File.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg",
        ["path"] = picture.File,
    };

    private static string Status(ScenarioRecord scenario) =>
        scenario.ParkedUntil is not null ? Pending
        : scenario.Known is { StillSeen: true } ? Skipped
        : Status(scenario.Verdict);

    private static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Passed or Verdict.Warning => "passed",
        Verdict.Failed or Verdict.Flaky or Verdict.Error => Failed,
        Verdict.Inapplicable or Verdict.Skipped => Skipped,
        _ => "other",
    };
}
