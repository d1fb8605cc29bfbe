using System.Text.Json;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>The Common Test Report Format; its form is held by <c>Peers/ReportPeerTests</c>.</summary>
internal sealed class CtrfReportTests
{
    [TestCase("lifetime/ticked-ends-on-the-day", "passed", "PASSED")]
    [TestCase("sign-out/page-title", "passed", "WARNING")]
    [TestCase("lifetime/ticked-survives-a-restart", "failed", "FAILED")]
    [TestCase("sign-out/hint-required", "failed", "ERROR")]
    [TestCase("sign-out/returns-to-the-app", "other", "CANT_TELL")]
    [TestCase("sign-out/skipped", "skipped", "SKIPPED")]
    [TestCase("lifetime/unset-expiry-type", "skipped", "INAPPLICABLE")]
    [TestCase("lifetime/known", "skipped", "FAILED")]
    public async Task A_verdict_becomes_a_status_and_stays_beside_it(string scenario, string status, string verdict)
    {
        using var run = EveryVerdict.Write();
        var test = Test(await ResultsAsync(run), scenario);
        Assert.That((Text(test, "status"), Text(test, "rawStatus")), Is.EqualTo((status, verdict)));
    }

    [Test]
    public async Task A_scenario_that_waits_is_pending()
    {
        using var run = EveryVerdict.Write();
        var read = run.Folder.ReadRun();
        run.Folder.WriteRun(read.With([.. read.Scenarios.Select(scenario => scenario.Verdict == Verdict.CantTell
            ? scenario with { ParkedUntil = read.StartedUtc.AddDays(3) } : scenario)]));
        Assert.That(Text(Test(await ResultsAsync(run), "sign-out/returns-to-the-app"), "status"), Is.EqualTo("pending"));
    }

    [Test]
    public async Task The_summary_counts_every_test_once()
    {
        using var run = EveryVerdict.Write();
        var results = await ResultsAsync(run);
        var summary = results.GetProperty("summary");
        foreach (var status in new[] { "passed", "failed", "skipped", "pending", "other" })
            Assert.That(
                summary.GetProperty(status).GetInt32(),
                Is.EqualTo(results.GetProperty("tests").EnumerateArray().Count(test => Text(test, "status") == status)), status);
        Assert.That(summary.GetProperty("tests").GetInt32(), Is.EqualTo(run.Folder.ReadRun().Scenarios.Count));
        Assert.That(
            summary.GetProperty("stop").GetInt64() - summary.GetProperty("start").GetInt64(), Is.EqualTo(run.Run.DurationMs));
        Assert.That(results.GetProperty("environment").GetProperty("healthy").GetBoolean(), Is.False);
    }

    [Test]
    public async Task A_failure_has_its_message_place_steps_and_pictures()
    {
        using var run = EveryVerdict.Write();
        var test = Test(await ResultsAsync(run), "lifetime/ticked-survives-a-restart");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(test, "name"), Is.EqualTo("A ticked box survives closing the browser"));
            Assert.That(Text(test, "message"), Does.StartWith("Expected: silent").And.Contain("Actual: prompt"));
            Assert.That(Text(test, "filePath"), Is.EqualTo("scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml"));
            Assert.That(test.GetProperty("line").GetInt32(), Is.EqualTo(10));
            Assert.That(test.GetProperty("retries").GetInt32(), Is.EqualTo(1));
            Assert.That(test.GetProperty("tags").EnumerateArray().Select(one => one.GetString()), Is.EqualTo(new[] { "R-050", "R-042" }));
            Assert.That(
                test.GetProperty("steps").EnumerateArray().Select(step => Text(step, "status")),
                Is.EqualTo(new[] { "passed", "passed", "passed", "passed", "failed", "skipped", "skipped" }));
            Assert.That(
                Text(test.GetProperty("attachments")[0], "path"), Is.EqualTo("evidence/lifetime-ticked-survives-a-restart-1.png"));
        }
    }

    private static async Task<JsonElement> ResultsAsync(SampleRun run) =>
        JsonDocument.Parse(await Written.ByAsync("ctrf", run)).RootElement.GetProperty("results");

    private static JsonElement Test(JsonElement results, string scenario) => results.GetProperty("tests").EnumerateArray()
        .Single(test => Text(test.GetProperty("extra"), "scenario") == scenario);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
