using System.Text.Json.Nodes;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.CodeQuality;

/// <summary>
/// Writes <c>gl-code-quality-report.json</c>, which GitLab shows in merge requests. It takes only what has a place in a file, and tells
/// findings apart by their fingerprint alone.
/// </summary>
public sealed class CodeQualityReporter : TextReporter
{
    public override string Name => "code-quality";

    public override string FileIn(RunFolder folder) => folder.CodeQualityFile;

    protected override string Of(RunReading reading) => JsonReport.Of(JsonReport.Array(
        Finding.Of(reading.Run).Where(finding => finding.File is not null).Select(finding => new JsonObject
        {
            ["description"] = $"{finding.Title}. {finding.Message}",
            ["check_name"] = finding.Scenario.Id,
            ["fingerprint"] = StableId.Hex(finding.Fingerprint, reading.Run.Profile, reading.Run.Browser.Name),
            ["severity"] = finding.IsKnown ? "info" : finding.IsWarning ? "minor" : "major",
            ["location"] = new JsonObject
            {
                ["path"] = finding.File, ["lines"] = new JsonObject { ["begin"] = finding.Line },
            },
        })));
}
