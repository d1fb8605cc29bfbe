using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>A recipe that does not fit the page says nothing about the target; a box that the policy promises does.</summary>
internal sealed class MissingControlTests
{
    private const string TicksTheBox = "keep-me-signed-in/a-ticked-box-outlives-the-browser";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kmsi-controls-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCase("user-name", "user name field")]
    [TestCase("submit", "button that sends the credentials")]
    public async Task A_control_that_fits_no_element_is_no_verdict_on_the_target(string key, string control)
    {
        var (scenario, written) = await RunAsync(recipe => With(With(recipe, "user-name-first", []), key, ["#nothing-like-it"]), null);
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Verdict, Is.EqualTo(Verdict.CantTell));
            Assert.That(scenario.Steps[0].Check, Is.Null, "no check ran");
            Assert.That(scenario.Reason, Does.Contain(control).And.Contain("#nothing-like-it").And.Contain("https://login.localhost:"));
            Assert.That(scenario.Reason, Does.Contain("scenarios/recipes/b2c.yaml").And.Contain($"'{key}'"), "where to mend it");
            Assert.That(scenario.Reason, Does.Contain("state=***"));
            Assert.That(written, Does.Not.Match(@"(state|nonce|code_challenge)=[^*]"));
            Assert.That(written, Does.Contain("control-missing").And.Not.Contain("credentials-posted"), "nothing was posted");
        });
    }

    [Test]
    public async Task A_promised_box_that_the_page_hides_is_failed_by_the_check_that_looks_for_it()
    {
        var (scenario, _) = await RunAsync(recipe => recipe, "hides-box");
        Assert.That(scenario.Verdict, Is.EqualTo(Verdict.Failed));
        Assert.That(scenario.Steps[0].Check, Is.EqualTo(nameof(BoxIsOffered)));
        Assert.That(scenario.Steps[0].Actual, Does.Contain("login"));
    }

    [Test]
    public async Task A_box_of_which_the_recipe_knows_nothing_cannot_be_missed()
    {
        var (scenario, _) = await RunAsync(recipe => With(recipe, "keep-me-signed-in", []), null);
        Assert.That(scenario.Verdict, Is.EqualTo(Verdict.CantTell));
        Assert.That(scenario.Reason, Does.Contain("keep-me-signed-in").And.Contain("no selector"));
    }

    private static Recipe With(Recipe recipe, string key, IReadOnlyList<string> selectors) =>
        recipe with { Signs = new Dictionary<string, IReadOnlyList<string>>(recipe.Signs, StringComparer.Ordinal) { [key] = selectors } };

    private async Task<(ScenarioRecord Scenario, string Written)> RunAsync(Func<Recipe, Recipe> change, string? fault)
    {
        var suite = RealBrowser.Suite;
        var profile = RealBrowser.DefaultProfile;
        var folder = RunFolder.Create(Path.Combine(_folder, "run"));
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(),
            new ReferenceTargetKind(KnownProfiles.Readings(profile), fault is null ? null : [fault], suite.Folder),
            change(suite.RecipeOf(profile)), folder, TimeSpan.FromSeconds(20));
        var run = await RealBrowser.RunAsync(worlds, profile, folder, TicksTheBox);
        folder.WriteRun(run);
        var written = await File.ReadAllTextAsync(folder.RunFile) + await File.ReadAllTextAsync(folder.EventsFile);
        return (run.Scenarios.Single(), written);
    }
}
