using System.Text.Json.Nodes;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Sarif;

/// <summary>
/// Writes <c>results.sarif</c> (SARIF 2.1.0) for code hosts that show findings beside lines: a rule for each requirement, a result for
/// each scenario that failed, warns, or could not be run.
/// </summary>
public sealed class SarifReporter : TextReporter
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public override string Name => "sarif";

    public override string FileIn(RunFolder folder) => folder.SarifFile;

    protected override string Of(RunReading reading)
    {
        var run = reading.Run;
        var rules = SarifRules.Of(run);
        return JsonReport.Of(new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = JsonReport.Array([new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "kmsi", ["version"] = run.Tool.Version, ["rules"] = JsonReport.Array(rules.Written),
                    },
                },

                // Runs by another profile or in another browser stand beside it, and do not take its place.
                ["automationDetails"] = new JsonObject { ["id"] = $"kmsi/{run.Target.Name}/{run.Profile}/{run.Browser.Name}/" },
                ["invocations"] = JsonReport.Array([Invocation(run)]),
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = JsonReport.Array(Finding.Of(run).Select(finding => Result(reading, finding, rules))),
                ["properties"] = JsonReport.Object(
                    ("run", run.Id), ("profile", run.Profile), ("target", run.Target.Name), ("fault", run.Fault),
                    ("browser", $"{run.Browser.Name} {run.Browser.Version}"), ("outcome", RunOutcome.Of(run).Because),
                    ("notes", JsonReport.Texts(run.Notes))),
            }]),
        });
    }

    private static JsonObject Invocation(RunRecord run) => new()
    {
        ["executionSuccessful"] = run is { Complete: true, Stopped: null },
        ["startTimeUtc"] = Wording.Iso(run.StartedUtc),
        ["endTimeUtc"] = Wording.Iso(run.StartedUtc.AddMilliseconds(run.DurationMs)),
    };

    private static JsonObject Result(RunReading reading, Finding finding, SarifRules rules)
    {
        var (id, index) = rules.For(finding.Scenario);
        return JsonReport.Object(
            ("ruleId", id),
            ("ruleIndex", index),
            ("level", finding.IsWarning ? "warning" : "error"),
            ("message", new JsonObject { ["text"] = $"{finding.Title}\n{finding.Message}" }),
            ("locations", finding.File is null ? null : JsonReport.Array([Location(finding)])),
            ("fingerprints", new JsonObject { ["scenario/v1"] = finding.Fingerprint }),

            // GitHub knows a finding again by this one alone, and would make one from the text of the line.
            ("partialFingerprints", new JsonObject { ["primaryLocationLineHash"] = $"{finding.Fingerprint}:1" }),
            ("suppressions", finding.IsKnown ? JsonReport.Array([Suppression(finding)]) : null),
            ("properties", JsonReport.Object(
                ("scenario", finding.Scenario.Id),
                ("verdict", finding.Scenario.Verdict.Text()),
                ("violates", finding.Scenario.Violates),
                ("requirements", JsonReport.Texts(finding.Scenario.About)),
                ("evidence", JsonReport.Texts(ScenarioText.Pictures(reading, finding.Scenario).Select(picture => picture.File))))));
    }

    private static JsonObject Location(Finding finding) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = Address(finding.File!) },
            ["region"] = new JsonObject { ["startLine"] = finding.Line },
        },
    };

    private static JsonObject Suppression(Finding finding) => new()
    {
        ["kind"] = "external", ["status"] = "accepted", ["justification"] = finding.Scenario.Known!.Because,
    };

    // Relative names stay relative, so that a code host finds them from the root of the repository.
    private static string Address(string file) => Path.IsPathRooted(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
}
