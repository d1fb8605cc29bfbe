using System.Text.RegularExpressions;
using KmsiConformance.Browsers;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Browsers.Meanings;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds.Recipes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Recipes;

/// <summary>
/// The recipe for B2C on pages with the element ids of each page layout version, in our own words. What is to be found carries
/// <c>data-finds</c> with the recipe's keys, which nothing reads but this test; whatever else is found is a mistake.
/// </summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell)]
[Category("Browser")]
internal sealed partial class B2cRecipeTests(string kind)
{
    private const string TeamPage = "team-page";

    private static readonly MarkedPages Marked = new(Path.Combine("Recipes", "B2c"), "data-finds");

    private static readonly Recipe Shipped = GenericRecipe.Suite.Recipes["b2c"];

    private LoopbackServer _site = null!;
    private IBrowser _browser = null!;

    private static IEnumerable<string> Pages => Marked.Names.Where(page => page != TeamPage);

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await Marked.ServeAsync();
        _browser = await AnyBrowser.NewAsync(kind, BrowserConditions.None);
        await _browser.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Each_layout_is_operated(string page)
    {
        await OpenAsync(page, Shipped);
        Assert.That(await FoundAsync(Shipped), Is.EquivalentTo(Marked.Expected(page)));
    }

    [TestCase("unified-1.0.0-mail", "name and password")]
    [TestCase("unified-1.1.0-rejected", "name and password, box: That was not right.")]
    [TestCase("self-asserted-1.1.0-rejected", "name and password: Nobody has that name and password.")]
    [TestCase("self-asserted-2.1.26-name-first", "name")]
    [TestCase("self-asserted-2.1.26-password-after-name", "password")]
    [TestCase("self-asserted-2.1.26-app-code", "second-factor")]
    [TestCase("self-asserted-2.1.26-mail-code-unsent", "second-factor")]
    [TestCase("self-asserted-1.2.0-mail-code", "second-factor: That code was not right.")]
    [TestCase("multifactor-1.2.12-code", "second-factor: That code was not right.")]
    [TestCase("self-asserted-2.1.26-sign-up", "nothing")]
    [TestCase("self-asserted-2.1.26-new-password", "nothing")]
    public async Task A_page_is_what_scenarios_see(string page, string seen) =>
        Assert.That(Words(await OpenAsync(page, Shipped)), Is.EqualTo(seen));

    [Test]
    public async Task A_team_says_what_its_own_page_has_in_place_of_the_services_controls()
    {
        var file = Path.Combine(Path.GetTempPath(), $"our-shop-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, Documented());
        try
        {
            var own = RecipeFile.Read(file, "our-shop.yaml", GenericRecipe.Suite);
            var page = await OpenAsync(TeamPage, own);
            Assert.That(Words(page), Is.EqualTo("name and password, box: We do not know you."));
            Assert.That(await FoundAsync(own), Is.EquivalentTo(Marked.Expected(TeamPage)));
            await OpenAsync(TeamPage, Shipped);
            Assert.That(await FoundAsync(Shipped), Has.None.StartsWith("submit:"), "the team's page needs its own recipe");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Words(PageSnapshot page) => (page switch
    {
        { Interrupt: { } interrupt } => interrupt,
        { AsksForUserNameOnly: true } => "name",
        { AsksForCredentials: true, AsksForUserName: true } => "name and password",
        { AsksForCredentials: true } => "password",
        _ => "nothing",
    }) + (page.OffersKeepMeSignedIn ? ", box" : "") + (page.Message is { } message ? $": {message}" : "");

    private Task<PageSnapshot> OpenAsync(string page, Recipe recipe) => _browser.OpenAsync(
        $"{_site.Origin("pages")}/{page}", recipe.PageSigns(), BrowserFixture.Limit, CancellationToken.None);

    private async Task<IEnumerable<string>> FoundAsync(Recipe recipe) =>
        (await _browser.FindAsync(recipe.Controls(), recipe.PageSigns(), CancellationToken.None)).OfType<ControlFound>()
            .Select(found => Marked.Found(found.Control.RecipeKey, found.Element));

    // The recipe that the page for people shows.
    private static string Documented() => Listing().Match(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "recipes.md")).ReplaceLineEndings("\n")).Groups["lines"].Value;

    [GeneratedRegex("```yaml\n(?<lines># our-shop.yaml\n.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Listing();
}
