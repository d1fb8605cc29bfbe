using KmsiConformance.Browsers;
using KmsiConformance.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Meanings;

/// <summary>
/// The generic recipe on pages of seven languages, written in the manner of well-known products. What is to be found carries
/// <c>data-means</c>, which nothing reads but this test; whatever else is found is a mistake.
/// </summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell)]
[TestFixture(AnyBrowser.Firefox)]
[Category("Browser")]
internal sealed class GenericRecipeTests(string kind)
{
    private static readonly MarkedPages Marked = new(Path.Combine("Meanings", "Pages"), "data-means");

    private LoopbackServer _site = null!;
    private IBrowser _browser = null!;

    public static IEnumerable<string> Pages => Marked.Names;

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
    public async Task What_a_part_means_is_found_and_nothing_else(string page)
    {
        await OpenAsync(page);
        var found = await _browser.FindAsync();
        Assert.That(
            found.Select(one => Marked.Found(one.Meaning(), one.Element)),
            Is.EquivalentTo(Marked.Expected(page)), string.Join('\n', found.Select(one => $"{one.By} {one.Element} ({one.Why})")));
    }

    [TestCase("keycloak-de", true, false, "Ungültiger Benutzername oder Passwort.")]
    [TestCase("user-name-first-en", true, true, null)]
    [TestCase("register-en", false, false, null)]
    public async Task A_page_that_is_found_so_is_what_scenarios_see(string page, bool asks, bool nameOnly, string? message)
    {
        var seen = await OpenAsync(page);
        Assert.That((seen.AsksForCredentials, seen.AsksForUserNameOnly, seen.Message), Is.EqualTo((asks, nameOnly, message)));
    }

    private Task<PageSnapshot> OpenAsync(string page) => _browser.OpenAsync(
        $"{_site.Origin("pages")}/{page}", GenericRecipe.Signs, BrowserFixture.Limit, CancellationToken.None);
}
