using System.Text.Json;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.RunPage;

/// <summary>What failed alike is one entry of the overview.</summary>
public sealed class CauseTests
{
    [Test]
    public async Task Scenarios_that_expect_and_see_the_same_kind_of_thing_of_shared_requirements_are_one_cause()
    {
        using var run = new SampleRun();
        Fail(run, "lifetime/one", "lasts 7 days", "lasts 14 days, until 2026-01-19 09:00:00 UTC", "R-041");
        Fail(run, "lifetime/two", "lasts 30 days", "lasts 60 days, until 2026-03-06 09:00:00 UTC", "R-041", "R-042");
        Fail(run, "lifetime/three", "lasts 1 days", "lasts 2 days, until 2026-01-07 09:00:00 UTC", "R-042");
        var causes = await CausesAsync(run);
        Assert.That(causes.Single().GetProperty("scenarios").GetArrayLength(), Is.EqualTo(3));
        Assert.That(causes.Single().GetProperty("requirements").ToString(), Is.EqualTo("""["R-041","R-042"]"""));
        Assert.That(ReportData.TextOf(causes.Single(), "check"), Is.EqualTo("SignInIsSilent"));
    }

    [Test]
    public async Task What_no_requirement_links_is_another_cause_and_so_is_what_was_seen_otherwise()
    {
        using var run = new SampleRun();
        Fail(run, "lifetime/one", "prompt: asks", "silent: groceries got a code", "R-041");
        Fail(run, "lifetime/two", "prompt: asks", "silent: pharmacy got a code", "R-041");
        Fail(run, "sign-out/three", "prompt: asks", "silent: groceries got a code", "R-070");
        Fail(run, "lifetime/four", "prompt: asks", "error: login_required", "R-041");
        var causes = await CausesAsync(run);
        Assert.That(causes.Select(cause => cause.GetProperty("scenarios").GetArrayLength()), Is.EqualTo(new[] { 2, 1, 1 }));
    }

    [Test]
    public async Task What_is_known_to_fail_is_no_cause_and_errors_stand_last()
    {
        using var run = new SampleRun();
        run.Add("lifetime/broken", "It breaks", "R-041").Step("Look", () => { }, Verdict.Error).Reason = "No browser.";
        Fail(run, "lifetime/known", "this", "that", "R-041").Known = new KnownFailureRecord("it is off as it comes", StillSeen: true);
        Fail(run, "lifetime/new", "this", "that", "R-041");
        var causes = await CausesAsync(run);
        Assert.That(causes.Select(cause => ReportData.TextOf(cause, "verdict")), Is.EqualTo(new[] { "FAILED", "ERROR" }));
        Assert.That(ReportData.TextOf(causes[1], "actual"), Is.EqualTo("No browser."));
    }

    private static SampleScenario Fail(SampleRun run, string id, string expected, string actual, params string[] requirements) =>
        run.Add(id, id, requirements).Step("Look", () => { }, Verdict.Failed, expected, actual);

    private static async Task<IReadOnlyList<JsonElement>> CausesAsync(SampleRun run) =>
        [.. (await ReportPages.DataOf(run.Written())).Facts.GetProperty("causes").EnumerateArray()];
}
