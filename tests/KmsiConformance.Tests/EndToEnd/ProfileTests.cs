using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>The documents disagree (C-01): the same service is right by one reading and wrong by the other.</summary>
[Category("Browser")]
internal sealed class ProfileTests
{
    private const string TwoGates = "two-gates/after-the-short-session";

    [TestCase("b2c-2018-08", "prompt")]
    [TestCase("b2c-2018-12", "silent")]
    [TestCase("b2c-2020-12", "silent")]
    public async Task Each_profile_demands_its_own_answer_after_the_short_session(string profile, string outcome)
    {
        var run = await RealBrowser.RunAsync(await RealBrowser.WorldsAsync(profile), profile, null, TwoGates);

        var decisive = run.Scenarios.Single().Steps[4];
        Assert.Multiple(() =>
        {
            Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Passed), run.Scenarios.Single().Reason);
            Assert.That(decisive.Actual, Does.StartWith(outcome));
            Assert.That(run.Requirements.Select(requirement => requirement.Id), Does.Contain(profile == "b2c-2018-08" ? "R-048" : "R-050"));
        });
    }

    [TestCase("b2c-2018-08", "b2c-2020-12")]
    [TestCase("b2c-2020-12", "b2c-2018-08")]
    public async Task A_service_of_the_other_reading_is_not_conformant(string behaves, string judges)
    {
        var run = await RealBrowser.RunAsync(await RealBrowser.WorldsAsync(behaves), judges, null, TwoGates);
        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Failed));
    }
}
