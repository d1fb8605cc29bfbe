using System.Text.Json.Nodes;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Markdown;

namespace KmsiConformance.Reporting.Sarif;

/// <summary>The requirements as rules, and two for what belongs to none.</summary>
internal sealed class SarifRules
{
    private const string NoVerdict = "kmsi-no-verdict";
    private const string NoRequirement = "kmsi-scenario";

    private readonly List<(string Id, JsonObject Rule)> _rules = [];
    private readonly Dictionary<string, RequirementRecord> _requirements;

    private SarifRules(RunRecord run)
    {
        _requirements = run.Requirements.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
        foreach (var requirement in run.Requirements) _rules.Add((requirement.Id, Rule(requirement)));
        _rules.Add((NoVerdict, Rule(
            NoVerdict, "A scenario could not be run.", "The harness or its surroundings failed. That says nothing about the target.")));
        _rules.Add((NoRequirement, Rule(
            NoRequirement, "A scenario that assesses no requirement did not hold.", "The scenario itself says what it expects.")));
    }

    /// <summary>All, as they stand in the file.</summary>
    public IEnumerable<JsonObject> Written => _rules.Select(rule => rule.Rule);

    public static SarifRules Of(RunRecord run) => new(run);

    /// <summary>The rule that a scenario is told under: of several requirements a MUST, where one of them is.</summary>
    public (string Id, int Index) For(ScenarioRecord scenario)
    {
        var broken = scenario.About.Where(_requirements.ContainsKey).OrderBy(id => _requirements[id].Level == "MUST" ? 0 : 1);
        var id = scenario.Verdict == Verdict.Error ? NoVerdict : broken.FirstOrDefault() ?? NoRequirement;
        return (id, _rules.FindIndex(rule => rule.Id == id));
    }

    private static JsonObject Rule(RequirementRecord requirement) => new()
    {
        ["id"] = requirement.Id,
        ["shortDescription"] = new JsonObject { ["text"] = requirement.Text },
        ["fullDescription"] = new JsonObject { ["text"] = $"{requirement.Text} ({requirement.Level})" },
        ["help"] = new JsonObject
        {
            ["text"] = $"{requirement.Level}: {requirement.Text}\nSource: {requirement.Source}",
            ["markdown"] = $"**{requirement.Level}**: {MarkdownText.Of(requirement.Text)}\n\n"
                + $"Source: {MarkdownText.Of(requirement.Source)}",
        },
        ["defaultConfiguration"] = new JsonObject { ["level"] = requirement.Level == "MUST" ? "error" : "warning" },
        ["properties"] = JsonReport.Object(
            ("tags", JsonReport.Texts([requirement.Area, requirement.Level])), ("verdict", requirement.Verdict.Text()),
            ("basis", requirement.Basis)),
    };

    private static JsonObject Rule(string id, string text, string help) => new()
    {
        ["id"] = id,
        ["shortDescription"] = new JsonObject { ["text"] = text },
        ["fullDescription"] = new JsonObject { ["text"] = $"{text} {help}" },
        ["help"] = new JsonObject { ["text"] = help },
        ["defaultConfiguration"] = new JsonObject { ["level"] = "error" },
    };
}
