using System.Text.Json.Nodes;
using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Output;

/// <summary>The findings as SARIF 2.1.0, the format that code hosts and editors show beside the lines.</summary>
public static class Sarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>Writes a report.</summary>
    /// <param name="version">The version of the tool.</param>
    public static string Of(LintReport report, string version)
    {
        var rules = LintRules.All.Where(r => r.When.Holds(report.Readings)).ToList();
        var index = rules.Select((rule, i) => (rule.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "kmsi lint",
                    ["version"] = version,
                    ["rules"] = Array(rules.Select(Rule)),
                },
            },
            ["invocations"] = Array([new JsonObject
            {
                ["executionSuccessful"] = report.Unreadable.Count == 0,
                ["toolExecutionNotifications"] = Array(report.Unreadable.Select(Notification)),
            }]),
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = Array(report.Findings.Select(f => Result(f, index[f.Rule]))),
            ["properties"] = new JsonObject { ["profile"] = report.Readings.Profile },
        };
        return new JsonObject { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = Array([run]) }.ToJsonString(ReportJson.Options);
    }

    private static JsonObject Rule(LintRule rule) => new()
    {
        ["id"] = rule.Id,
        ["name"] = rule.Name,
        ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
        ["fullDescription"] = new JsonObject
        {
            ["text"] = $"{rule.Title} {string.Join(", ", rule.Basis)}. {rule.Document}: {rule.Section}.",
        },
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
        ["properties"] = new JsonObject
        {
            ["tags"] = Array(rule.Basis.Select(b => JsonValue.Create(b))),
            ["readings"] = rule.When.Words,
        },
    };

    private static JsonObject Result(Finding finding, int ruleIndex) => new()
    {
        ["ruleId"] = finding.Rule,
        ["ruleIndex"] = ruleIndex,
        ["level"] = Level(finding.Severity),
        ["message"] = new JsonObject { ["text"] = $"{finding.Message} {finding.Suggestion}" },
        ["locations"] = Array([Location(finding.At)]),
    };

    private static JsonObject Notification(PolicyException problem) => new()
    {
        ["level"] = "error",
        ["message"] = new JsonObject { ["text"] = problem.Problem },
        ["locations"] = Array([Location(problem.At)]),
    };

    private static JsonObject Location(Place at)
    {
        var physical = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Address(at.File) } };
        if (at.Line > 0) physical["region"] = new JsonObject { ["startLine"] = at.Line, ["startColumn"] = Math.Max(1, at.Column) };
        return new JsonObject { ["physicalLocation"] = physical };
    }

    // Relative names stay relative, so that a code host finds them from the root of the repository.
    private static string Address(string file) => Path.IsPathRooted(file)
        ? new Uri(Path.GetFullPath(file)).AbsoluteUri
        : string.Join('/', file.Split('/', '\\').Select(Uri.EscapeDataString));

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];
}
