using KmsiConformance.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>What a site asks for, and what its page shows, is the same in every browser.</summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
[TestFixture(AnyBrowser.Firefox, Category = "Browser")]
internal sealed class AnyBrowserTests(string kind)
{
    private CookieSite _site = null!;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await CookieSite.StartAsync(TimeProvider.System);
        _browser = await AnyBrowser.NewAsync(kind, BrowserConditions.None);
        await _browser.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase("\"cookies\"", "")]
    [TestCase("\"cache\", \"cookies\"", "")]
    [TestCase("\"*\"", "")]
    [TestCase("\"cache\"", "a=1")]
    [TestCase("cookies", "a=1", Description = "without quotation marks it means nothing")]
    public async Task A_site_has_its_own_cookies_forgotten(string what, string left)
    {
        await _browser.OpenAsync(_site.Url("/set?c=a%3D1;Max-Age%3D600"));
        await _browser.OpenAsync(_site.Url("/set?c=b%3D1;Max-Age%3D600", "other"));
        await _browser.OpenAsync(_site.Url("/forget?what=" + Uri.EscapeDataString(what)));
        Assert.That((await _browser.OpenAsync(_site.Url("/seen"))).Title, Is.EqualTo(left));
        Assert.That((await _browser.OpenAsync(_site.Url("/seen", "other"))).Title, Is.EqualTo("b=1"));
    }

    [Test]
    public async Task Where_links_and_forms_lead_is_told_as_it_is_written()
    {
        await _browser.OpenAsync(_site.Url("/links"));
        Assert.That(
            await _browser.LinksAsync(CancellationToken.None),
            Is.EquivalentTo(new[] { "/next?session=1", "https://elsewhere.example/", "/area", "/sent?a=1" }));
    }
}
