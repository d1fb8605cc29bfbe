using System.Text.RegularExpressions;
using KmsiConformance.Browsers;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Suite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
internal sealed partial class GenericRecipeTests(string kind)
{
    private static readonly string Folder =
        Path.Combine(Repository.Root, "tests", "KmsiConformance.Tests", "Browsers", "Meanings", "Pages");

    private LoopbackServer _site = null!;
    private IBrowser _browser = null!;

    public static IEnumerable<string> Pages => Directory.EnumerateFiles(Folder, "*.html")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public async Task Start()
    {
        _site = await LoopbackServer.StartAsync(TimeProvider.System, app => app.MapGet(
            "/{page}", (string page) => Results.Content(File.ReadAllText(Path.Combine(Folder, page + ".html")), "text/html")));
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
            found.Select(one => $"{one.Meaning()}: {Meant(one.Element)}"),
            Is.EquivalentTo(Expected(page)), string.Join('\n', found.Select(one => $"{one.By} {one.Element} ({one.Why})")));
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

    private static string Meant(string tag) => Means().Match(tag).Groups["means"].Value;

    // An element may mean several things, and then stands once for each.
    private static IEnumerable<string> Expected(string page) => Means().Matches(File.ReadAllText(Path.Combine(Folder, page + ".html")))
        .Select(match => match.Groups["means"].Value)
        .SelectMany(means => means.Split(' ').Select(one => $"{one}: {means}"));

    [GeneratedRegex("data-means=\"(?<means>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Means();
}
