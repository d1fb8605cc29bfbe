using System.Text.Json;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>SARIF of a run, as code hosts read it.</summary>
internal sealed class SarifReportTests
{
    [Test]
    public async Task There_is_a_result_for_each_scenario_that_failed_warns_or_broke_and_for_no_other()
    {
        using var run = EveryVerdict.Write();
        var results = await ResultsAsync(run);
        Assert.That(
            results.Select(result => $"{Verdict(result)} {result.GetProperty("level")} {Scenario(result)} {result.GetProperty("ruleId")}"),
            Is.EquivalentTo(new[]
            {
                "FAILED error lifetime/hostile R-050",
                "FAILED error lifetime/known R-050",
                "FAILED error lifetime/ticked-survives-a-restart R-050",
                "FLAKY error lifetime/flaky R-050",
                "ERROR error sign-out/hint-required kmsi-no-verdict",
                "WARNING warning sign-out/page-title R-062",
            }));
    }

    [Test]
    public async Task A_result_stands_at_the_line_of_the_step_that_decided()
    {
        using var run = EveryVerdict.Write();
        var place = Of(await ResultsAsync(run), "lifetime/ticked-survives-a-restart").GetProperty("locations")[0]
            .GetProperty("physicalLocation");
        Assert.That(
            place.GetProperty("artifactLocation").GetProperty("uri").GetString(),
            Is.EqualTo("scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml"));
        Assert.That(place.GetProperty("region").GetProperty("startLine").GetInt32(), Is.EqualTo(10));
    }

    [Test]
    public async Task A_rule_is_a_requirement_with_its_text_and_source()
    {
        using var run = EveryVerdict.Write();
        var log = JsonDocument.Parse(await Written.ByAsync("sarif", run)).RootElement.GetProperty("runs")[0];
        var rules = log.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in log.GetProperty("results").EnumerateArray())
            Assert.That(
                rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(),
                Is.EqualTo(result.GetProperty("ruleId").GetString()));
        foreach (var requirement in run.Folder.ReadRun().Requirements)
        {
            var rule = rules.EnumerateArray().Single(one => one.GetProperty("id").GetString() == requirement.Id);
            Assert.That(rule.GetProperty("help").GetProperty("text").GetString(),
                Does.Contain(requirement.Text).And.Contain(requirement.Source).And.Contain(requirement.Level));
        }
    }

    [Test]
    public async Task A_failure_that_is_known_is_suppressed_with_its_reason()
    {
        using var run = EveryVerdict.Write();
        var results = await ResultsAsync(run);
        Assert.That(results.Where(result => result.TryGetProperty("suppressions", out _)).Select(Scenario),
            Is.EqualTo(new[] { "lifetime/known" }));
        Assert.That(Of(results, "lifetime/known").GetProperty("suppressions")[0].GetProperty("justification").GetString(),
            Is.EqualTo("it is off as it comes"));
    }

    [Test]
    public async Task A_finding_is_known_again_when_its_title_and_line_change()
    {
        using var run = EveryVerdict.Write();
        var before = Fingerprints(await ResultsAsync(run));
        Assert.That(before.Values, Is.Unique);
        var read = run.Folder.ReadRun();
        run.Folder.WriteRun(read.With([.. read.Scenarios.Select(scenario => scenario with
        {
            Title = $"New: {scenario.Title}", Steps = [.. scenario.Steps.Select(step => step with { Line = step.Line + 40 })],
        })]));
        Assert.That(Fingerprints(await ResultsAsync(run)), Is.EqualTo(before));
    }

    private static Dictionary<string, string> Fingerprints(IEnumerable<JsonElement> results) => results.ToDictionary(
        Scenario, result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!,
        StringComparer.Ordinal);

    private static async Task<IReadOnlyList<JsonElement>> ResultsAsync(SampleRun run) =>
        [.. JsonDocument.Parse(await Written.ByAsync("sarif", run)).RootElement.GetProperty("runs")[0].GetProperty("results")
            .EnumerateArray()];

    private static JsonElement Of(IEnumerable<JsonElement> results, string scenario) =>
        results.Single(result => Scenario(result) == scenario);

    private static string Scenario(JsonElement result) => result.GetProperty("properties").GetProperty("scenario").GetString()!;

    private static string Verdict(JsonElement result) => result.GetProperty("properties").GetProperty("verdict").GetString()!;
}
