using KmsiConformance.Serving;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving.Pages;

/// <summary>
/// Every page of the served reference, in light and dark, wide and narrow: axe finds nothing, and the keyboard is enough.
/// </summary>
[Category("Browser")]
public sealed class AccessiblePagesTests
{
    private PageBrowser _browser = null!;
    private ServedReference _served = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await PageBrowser.StartAsync();
        _served = await ServedReference.StartAsync(new ServeOptions { Readings = KnownProfiles.Default });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _browser.DisposeAsync();
        await _served.DisposeAsync();
    }

    [TestCase("sign-in", false, 1280)]
    [TestCase("sign-in", true, 360)]
    [TestCase("rejected", false, 1280)]
    [TestCase("rejected", true, 360)]
    [TestCase("with-providers", false, 360)]
    [TestCase("with-providers", true, 1280)]
    [TestCase("second-factor", false, 360)]
    [TestCase("second-factor", true, 1280)]
    [TestCase("error", false, 360)]
    [TestCase("error", true, 1280)]
    [TestCase("signed-out", false, 1280)]
    [TestCase("signed-out", true, 360)]
    [TestCase("provider", false, 1280)]
    [TestCase("start", false, 1280)]
    [TestCase("start", true, 1280)]
    [TestCase("start", false, 360)]
    [TestCase("start-without-token", true, 360)]
    public async Task Axe_finds_nothing(string which, bool dark, int width)
    {
        var page = await _browser.PageAsync(dark, width);
        await OpenAsync(page, which);
        var violations = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public async Task The_keyboard_goes_from_name_to_password_to_box_to_button_and_enter_signs_in()
    {
        var page = await _browser.PageAsync();
        await OpenAsync(page, "sign-in");

        // The field that wants the focus gets it when the page is drawn, which is later than loaded.
        await page.Locator(":focus").WaitForAsync();
        List<string> order = [await FocusedAsync(page)];
        await page.Keyboard.TypeAsync("alice");
        await page.Keyboard.PressAsync("Tab");
        order.Add(await FocusedAsync(page));
        await page.Keyboard.TypeAsync("alice-Sesame-1");
        await page.Keyboard.PressAsync("Tab");
        order.Add(await FocusedAsync(page));
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        order.Add(await FocusedAsync(page));
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await PageBrowser.ArriveAsync(page, _served.AppOrigins["groceries"]);
        var cookies = await page.Context.CookiesAsync();
        await page.Context.CloseAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(order, Is.EqualTo(new[] { "signInName", "password", "rememberMe", "next" }));
            Assert.That(cookies.Single(cookie => cookie.Name.StartsWith("x-ms-cpim-sso", StringComparison.Ordinal)).Expires,
                Is.GreaterThan(0), "the space bar ticked the box");
        }
    }

    [Test]
    public async Task A_rejection_is_announced_and_leads_back_to_the_password()
    {
        var page = await _browser.PageAsync();
        await OpenAsync(page, "rejected");
        var focused = await FocusedAsync(page);
        var alert = await page.Locator(".error.pageLevel[role=alert]").InnerTextAsync();
        await page.Context.CloseAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(focused, Is.EqualTo("password"));
            Assert.That(alert, Does.Contain("not right"));
        }
    }

    [Test]
    public async Task The_start_page_moves_the_clock_shows_the_session_and_hides_the_token()
    {
        var page = await _browser.PageAsync();
        await OpenAsync(page, "start");
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 minute" }).ClickAsync();
        await page.Locator("#notice").WaitForAsync();
        var (notice, address) = (await page.Locator("#notice").InnerTextAsync(), page.Url);
        await page.Context.CloseAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(notice, Does.StartWith("The clock shows"));
            Assert.That(address, Does.Not.Contain(_served.ControlToken));
            Assert.That(_served.Clock.Offset, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(1)));
        }
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.id");

    private async Task OpenAsync(IPage page, string which)
    {
        var groceries = _served.AppOrigins["groceries"];
        switch (which)
        {
            case "sign-in":
                await page.GotoAsync(groceries + "/");
                break;
            case "rejected":
                await page.GotoAsync(groceries + "/");
                await page.FillAsync("#signInName", "alice");
                await page.FillAsync("#password", "wrong");
                await page.ClickAsync("#next");
                await page.Locator(".error.pageLevel.shown").WaitForAsync();
                break;
            case "with-providers":
                await page.GotoAsync(groceries + "/?policy=B2C_1A_signin_providers");
                break;
            case "provider":
                await page.GotoAsync(groceries + "/?policy=B2C_1A_signin_providers");
                await page.ClickAsync("#ContosoExchange");
                await page.Locator("[data-page=provider-sign-in]").WaitForAsync();
                break;
            case "second-factor":
                await page.GotoAsync(groceries + "/?policy=B2C_1A_signin_second_factor");
                await page.FillAsync("#signInName", "alice");
                await page.FillAsync("#password", "alice-Sesame-1");
                await page.ClickAsync("#next");
                await page.Locator("[data-page=second-factor]").WaitForAsync();
                break;
            case "error":
                await page.GotoAsync(_served.Login.Authorize("B2C_1A_signin") + "?client_id=nobody");
                break;
            case "signed-out":
                await page.GotoAsync(_served.Login.Logout("B2C_1A_signin"));
                break;
            case "start":
                await page.GotoAsync(_served.StartPage);
                await page.Locator("#users tr").First.WaitForAsync();
                break;
            default:
                await page.GotoAsync(_served.ControlOrigin + "/");
                await page.Locator("#ask").WaitForAsync();
                break;
        }
    }
}
