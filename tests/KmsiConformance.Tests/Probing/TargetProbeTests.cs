using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Probing;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Probing;

/// <summary>
/// Mistakes in a target file, in a registration, in a recipe, each made at a product that nobody here wrote: each is said
/// before anything is judged, with its place and whose it is.
/// </summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TargetProbeTests
{
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml"));

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kmsi-probe-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task All_is_well_with_the_file_as_it_is_shipped()
    {
        var found = await ProbeAsync(Shipped);
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(
            found.Select(one => one.What),
            Has.One.Contains("box").And.One.Contains("session cookie").And.One.EqualTo("pharmacy is returned to after a sign-out")
                .And.One.Contains("erin signs in"));
    }

    [Test]
    public async Task A_target_that_shows_its_sign_in_page_for_prompt_none_is_judged_and_not_sent_away()
    {
        var file = new TargetFileReader(RealBrowser.Suite).Read(Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml"));
        var reference = new ReferenceTargetKind(KnownProfiles.Readings("oidc"), ["shows-page-for-prompt-none"], RealBrowser.Suite.Folder);
        var worlds = new WorldFactory(
            await RealBrowser.SimulatedAsync(), reference, RealBrowser.Suite.RecipeOf("oidc"), null, TimeSpan.FromSeconds(20));
        var found = await new TargetProbe(file, worlds, TimeSpan.FromSeconds(30)).RunAsync(CancellationToken.None);
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(
            found.Select(one => one.What),
            Has.Exactly(2).Contains("shows at the sign-in").And.One.EqualTo("pharmacy gets tokens that it can accept"));
    }

    [TestCase("client-id: groceries", "client-id: grocery", "groceries is registered", "for the client id grocery", Owner.Registration)]
    [TestCase("origin: https://pharmacy", "redirect: /elsewhere\n    origin: https://pharmacy", "pharmacy is registered",
        "/elsewhere for the client id pharmacy", Owner.Registration)]
    [TestCase("\"groceries\", \"secret\": \"{client-secret:groceries}\"", "\"groceries\", \"secret\": \"{client-secret:pharmacy}\"",
        "groceries gets tokens", "client-secret", Owner.Registration)]
    [TestCase("\"alice\": \"{password:alice}\"", "\"alice\": \"{password:bob}\"", "alice signs in", "Wrong user name or password",
        Owner.Registration)]
    [TestCase("\"pharmacy\", \"secret\": \"{client-secret:pharmacy}\"", "\"pharmacy\", \"secret\": \"{client-secret:groceries}\"",
        "pharmacy gets tokens", "client-secret", Owner.Registration)]
    [TestCase("\"bob\": \"{password:bob}\"", "\"bob\": \"{password:alice}\"", "bob signs in", "Wrong user name or password",
        Owner.Registration)]
    [TestCase("keep-me-signed-in: offered", "keep-me-signed-in: hidden", "no keep-me-signed-in box", "the page has one", Owner.File)]
    [TestCase("origin: https://groceries", "post-logout: /bye\n    origin: https://groceries", "returned to after a sign-out", "/bye",
        Owner.Registration)]
    public async Task A_mistake_is_said_with_the_mend(string found, string replacement, string what, string said, Owner owner)
    {
        Assert.That(Shipped, Does.Contain(found));
        Check(await ProbeAsync(Shipped.Replace(found, replacement, StringComparison.Ordinal)), what, said, owner);
    }

    [TestCase("password: [\"#no-such-field\"]", "sign-in page is recognised", "'password'")]
    [TestCase("submit: [\"#no-such-button\"]", "can be filled in", "'submit'")]
    [TestCase("keep-me-signed-in: [\"#no-such-box\"]", "box is there", "keep-me-signed-in")]
    [TestCase("cookies: { sso: [no-such-cookie] }", "session cookie", "_session")]
    public async Task A_recipe_that_does_not_fit_is_said_with_its_key(string key, string what, string said)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "own.yaml"), $"extends: oidc-provider\n{key}\n");
        var text = Shipped.Replace("recipe: oidc-provider", "recipe: own.yaml", StringComparison.Ordinal);
        Check(await ProbeAsync(text), what, said, Owner.File);
    }

    // Nothing of these pages was written here. They let everybody in, have no box, and want a font of somebody else.
    [TestCase("simulated", false)]
    [TestCase("chromium", true)]
    public async Task Pages_that_nobody_described_are_operated_by_their_meaning(string browser, bool fetchesFonts)
    {
        var found = await ProbeAsync(
            Shipped.Replace("recipe: oidc-provider", "recipe: generic", StringComparison.Ordinal)
                .Replace("server.mjs", "shipped.mjs", StringComparison.Ordinal)
                .Replace("keep-me-signed-in: offered", "keep-me-signed-in: hidden", StringComparison.Ordinal)
                .Replace("keep-alive: 14 days", "keep-alive: none", StringComparison.Ordinal),
            await (browser == "chromium" ? RealBrowser.ReadyAsync() : RealBrowser.SimulatedAsync()));
        Assert.That(found.Where(one => one.Problem is not null), Is.Empty);
        Assert.That(found.Select(one => one.What), Has.One.Contains("erin signs in").And.One.Contains("pharmacy is returned to"));
        Assert.That(
            found.Where(one => one.IsNote).Select(one => one.ToString()),
            fetchesFonts ? Has.One.StartsWith("note   its pages ask fonts.googleapis.com") : Is.Empty);
    }

    private static void Check(IReadOnlyList<Finding> found, string what, string said, Owner owner)
    {
        var wrong = found.Where(one => one.Problem is not null).ToList();
        Assert.That(wrong, Has.Count.EqualTo(1), string.Join('\n', found));
        Assert.That(wrong[0].What, Does.Contain(what));
        Assert.That(wrong[0].Problem, Does.Contain(said));
        Assert.That(wrong[0].Owner, Is.EqualTo(owner));
    }

    private async Task<IReadOnlyList<Finding>> ProbeAsync(string text, ReadyBrowser? ready = null)
    {
        var path = Path.Combine(_folder.FullName, "probed.yaml");
        var product = Path.Combine(Repository.Root, "tests", "targets", "oidc-provider");
        await File.WriteAllTextAsync(path, text.Replace("../../tests/targets/oidc-provider", product, StringComparison.Ordinal));
        var file = new TargetFileReader(RealBrowser.Suite).Read(path);
        await using var target = new ProcessTargetKind(file, ClockChoice.Providers);
        await target.PrepareAsync(null, TestContext.Progress.WriteLine, CancellationToken.None);
        var worlds = new WorldFactory(ready ?? await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20));
        return await new TargetProbe(file, worlds, TimeSpan.FromSeconds(30)).RunAsync(CancellationToken.None);
    }
}
