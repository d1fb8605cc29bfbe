using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>The reference's products operated by the generic recipe: verdicts are those that their own recipes lead to.</summary>
internal sealed class GenericRecipeVerdictTests
{
    [TestCase("oidc", "prompt/*")]
    [TestCase("aad-2020-06", "stay-signed-in/*")]
    [TestCase("oidc", "*", Explicit = true, Reason = "Plays the whole profile twice: for a night, not for every change.")]
    [TestCase("aad-2020-06", "*", Explicit = true, Reason = "Plays the whole profile twice: for a night, not for every change.")]
    public async Task The_simulated_browser_comes_to_the_same_verdicts_by_meaning(string profile, string only) =>
        await CompareAsync(await RealBrowser.SimulatedAsync(), profile, only);

    // Its page sends what was typed by script.
    [Test]
    [Category("Browser")]
    public async Task A_real_browser_comes_to_the_same_verdicts_by_meaning() =>
        await CompareAsync(await RealBrowser.ReadyAsync(), RealBrowser.DefaultProfile, "keep-me-signed-in/the-page-*");

    private static async Task CompareAsync(ReadyBrowser ready, string profile, params string[] only)
    {
        var own = await RunAsync(ready, profile, RealBrowser.Suite.RecipeOf(profile), only);
        var byMeaning = await RunAsync(ready, profile, RealBrowser.Suite.Recipes["generic"], only);
        Assert.That(own.Scenarios.Select(one => one.Verdict), Does.Contain(Verdict.Passed));
        Assert.That(byMeaning.Scenarios.Select(Line), Is.EquivalentTo(own.Scenarios.Select(Line)));
    }

    private static string Line(ScenarioRecord scenario) =>
        $"{scenario.Id}: {scenario.Verdict} {(scenario.Verdict == Verdict.Passed ? "" : scenario.Reason)}";

    private static async Task<RunRecord> RunAsync(
        ReadyBrowser ready, string profile, KmsiConformance.Suite.Recipe recipe, IReadOnlyList<string> only)
    {
        await using var target = new ReferenceTargetKind(KnownProfiles.Readings(profile), null, RealBrowser.Suite.Folder);
        var worlds = new WorldFactory(ready, target, recipe, null, TimeSpan.FromSeconds(20));
        var options = new RunOptions(
            RealBrowser.Suite, RealBrowser.Suite.Select(profile, only), profile, worlds, 2, RunOptions.StandardStepLimit, null, []);
        return await new SuiteRunner(options, new NoProgress()).RunAsync(CancellationToken.None);
    }
}
