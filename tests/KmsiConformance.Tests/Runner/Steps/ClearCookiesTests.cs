using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

internal sealed class ClearCookiesTests
{
    private static readonly StepPlace Nowhere = new(1, 1, new Dictionary<string, (int, int)>(StringComparer.Ordinal));

    [Test]
    public async Task A_browser_that_has_cleared_its_cookies_is_asked_again_although_the_box_was_ticked()
    {
        var suite = RealBrowser.Suite;
        var ticked = suite.Scenarios.Single(scenario => scenario.Id == "keep-me-signed-in/a-ticked-box-outlives-the-browser");
        var cleared = ticked with
        {
            Steps = [ticked.Steps[0], new ClearCookiesStep(Nowhere), new ExpectNoCookieStep(Nowhere, new CookieName("sso")),
                Open("prompt")],
        };
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(),
            new ReferenceTargetKind(KnownProfiles.Readings(RealBrowser.DefaultProfile), null, suite.Folder),
            suite.RecipeOf(RealBrowser.DefaultProfile), null, TimeSpan.FromSeconds(20));

        var run = await new SuiteRunner(
            new RunOptions(suite, [cleared], RealBrowser.DefaultProfile, worlds, 1, RunOptions.StandardStepLimit, null, []),
                new NoProgress())
            .RunAsync(CancellationToken.None);

        Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Passed), run.Scenarios.Single().Reason);
    }

    private static OpenStep Open(string expected) =>
        new(Nowhere, "groceries", ByProfile<string>.Always(expected), Prompt: null, MaxAge: null, ByLink: false, OtherPolicy: false);
}
