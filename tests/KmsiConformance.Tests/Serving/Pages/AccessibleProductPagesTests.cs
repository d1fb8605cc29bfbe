using KmsiConformance.Serving;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving.Pages;

/// <summary>
/// The pages of Azure AD and of the plain OpenID Connect provider, walked through from an app, and those of a site: axe finds nothing on
/// any.
/// </summary>
[Category("Browser")]
public sealed class AccessibleProductPagesTests
{
    private PageBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start() => _browser = await PageBrowser.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _browser.DisposeAsync();

    [TestCase(false, 1280)]
    [TestCase(true, 360)]
    public async Task Azure_AD_asks_for_name_password_and_whether_to_stay(bool dark, int width)
    {
        await using var served = await ServedReference.StartAsync(new ServeOptions { Readings = KnownProfiles.Readings("aad-2020-06") });
        var page = await _browser.PageAsync(dark, width);
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        await page.GotoAsync(served.AppOrigins["groceries"]);
        found["user name"] = await PageBrowser.ViolationsAsync(page);
        await page.FillAsync("#i0116", "alice");
        await page.ClickAsync("#idSIButton9");
        await page.WaitForSelectorAsync("#i0118");
        found["password"] = await PageBrowser.ViolationsAsync(page);
        await page.FillAsync("#i0118", "alice-Sesame-1");
        await page.ClickAsync("#idSIButton9");
        await page.WaitForSelectorAsync("#KmsiCheckboxField");
        found["stay signed in"] = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();

        AssertNothingFound(found);
    }

    [TestCase(false, 360)]
    [TestCase(true, 1280)]
    public async Task The_plain_provider_asks_for_credentials_and_whether_to_sign_out(bool dark, int width)
    {
        await using var served = await ServedReference.StartAsync(new ServeOptions { Readings = KnownProfiles.Readings("oidc") });
        var page = await _browser.PageAsync(dark, width);
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        await page.GotoAsync(served.AppOrigins["groceries"]);
        found["sign-in"] = await PageBrowser.ViolationsAsync(page);
        await page.FillAsync("input[autocomplete=username]", "alice");
        await page.FillAsync("input[type=password]", "alice-Sesame-1");
        await page.Keyboard.PressAsync("Enter");
        await PageBrowser.ArriveAsync(page, served.AppOrigins["groceries"]);

        // An app that has forgotten its session has no hint to send.
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Domain = "groceries.localhost" });
        await page.GotoAsync(served.AppOrigins["groceries"] + "/sign-out");
        found["confirm sign-out"] = await PageBrowser.ViolationsAsync(page);
        await page.ClickAsync("#stay");
        await page.WaitForSelectorAsync("[data-page=still-signed-in]");
        found["still signed in"] = await PageBrowser.ViolationsAsync(page);

        var login = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        await page.GotoAsync($"{login}/sign-out?post_logout_redirect_uri=https%3A%2F%2Fstranger.localhost%2F");
        found["refused sign-out"] = await PageBrowser.ViolationsAsync(page);
        await page.ClickAsync("#sign-out-anyway");
        await page.WaitForSelectorAsync("[data-page=signed-out]");
        found["signed out"] = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();

        AssertNothingFound(found);
    }

    [TestCase(false, 1280)]
    [TestCase(true, 360)]
    public async Task The_plain_provider_offers_accounts_and_asks_for_consent(bool dark, int width)
    {
        await using var served = await ServedReference.StartAsync(new ServeOptions { Readings = KnownProfiles.Readings("oidc") });
        var page = await _browser.PageAsync(dark, width);
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        await page.GotoAsync(served.AppOrigins["groceries"]);
        var asks = page.Url;
        await page.FillAsync("input[autocomplete=username]", "alice");
        await page.FillAsync("input[type=password]", "alice-Sesame-1");
        await page.Keyboard.PressAsync("Enter");
        await PageBrowser.ArriveAsync(page, served.AppOrigins["groceries"]);
        await page.GotoAsync(asks + "&prompt=select_account");
        await page.WaitForSelectorAsync("[data-page=select-account]");
        found["account choice"] = await PageBrowser.ViolationsAsync(page);
        await page.GotoAsync(asks + "&prompt=consent");
        await page.WaitForSelectorAsync("[data-page=consent]");
        found["consent"] = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();

        AssertNothingFound(found);
    }

    [TestCase(false, 1280)]
    [TestCase(true, 360)]
    public async Task A_site_has_a_start_page_with_links_to_its_own_pages(bool dark, int width)
    {
        await using var served = await ServedReference.StartAsync(new ServeOptions { Readings = KnownProfiles.Readings("web") });
        var page = await _browser.PageAsync(dark, width);
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        await page.GotoAsync(served.StartPage);
        await page.Locator("#users tr").First.WaitForAsync();
        found["start"] = await PageBrowser.ViolationsAsync(page);
        var visible = await page.Locator("main").InnerTextAsync();
        await page.GotoAsync(await page.Locator("#apps a").First.GetAttributeAsync("href") ?? "");
        found["sign-in"] = await PageBrowser.ViolationsAsync(page);
        await page.FillAsync("input[autocomplete=username]", "alice");
        await page.FillAsync("input[type=password]", "wrong");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=alert]").WaitForAsync();
        found["rejected"] = await PageBrowser.ViolationsAsync(page);
        await page.FillAsync("input[type=password]", "alice-Sesame-1");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-page=area]");
        found["area"] = await PageBrowser.ViolationsAsync(page);
        await page.ClickAsync("#sign-out");
        await page.WaitForSelectorAsync("[data-page=signed-out]");
        found["signed out"] = await PageBrowser.ViolationsAsync(page);
        await page.GotoAsync(served.Login.Origin);
        found["home"] = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();

        AssertNothingFound(found);
        Assert.That(visible, Does.Not.Contain("Policy").And.Not.Contain("App").And.Contain("Open groceries"));
    }

    [Test]
    public async Task What_is_wrong_is_found()
    {
        var page = await _browser.PageAsync();
        await page.SetContentAsync("<html><body><main><h1>No label, no language</h1><input type=text></main></body></html>");
        var found = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();
        Assert.That(found, Has.Some.StartsWith("label:").And.Some.StartsWith("html-has-lang:"));
    }

    private static void AssertNothingFound(Dictionary<string, IReadOnlyList<string>> found)
    {
        using (Assert.EnterMultipleScope())
            foreach (var (where, violations) in found) Assert.That(violations, Is.Empty, where);
    }
}
