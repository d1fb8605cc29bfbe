using KmsiConformance.Tests.Serving.Pages;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>The report as people see it: opened from the disk in a browser, and used.</summary>
[Category("Browser")]
public sealed class DrawnReportTests
{
    private const string Failed = "lifetime/ticked-survives-a-restart";

    private PageBrowser _browser = null!;
    private SampleRun _run = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await PageBrowser.StartAsync();
        _run = SampleCatalogue.Write();
        await ReportPages.TextOf(_run);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _browser.DisposeAsync();
        _run.Dispose();
    }

    [TestCase("", false, 1280)]
    [TestCase("", true, 390)]
    [TestCase("#" + Failed, false, 390)]
    [TestCase("#" + Failed, true, 1280)]
    [TestCase("#sign-out/every-app-is-notified", false, 1280)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_screen(string fragment, bool dark, int width)
    {
        var page = await OpenAsync(fragment, dark, width);
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        var violations = await PageBrowser.ViolationsAsync(page);
        await page.Context.CloseAsync();
        Assert.That(violations, Is.Empty);
        Assert.That(wider, Is.LessThanOrEqualTo(0));
    }

    [Test]
    public async Task An_address_opens_the_scenario_that_it_names_and_shows_why_it_failed()
    {
        var page = await OpenAsync("#" + Failed);
        var card = page.Locator($"[id='{Failed}']");
        Assert.That(await card.GetAttributeAsync("open"), Is.Not.Null);
        Assert.That(await card.Locator(".decisive").InnerTextAsync(),
            Does.Contain("silent: a fresh code without a credential page").And.Contain("ticked-survives-a-restart.yaml:10"));
        Assert.That(await card.Locator(".must-hold").InnerTextAsync(),
            Does.Contain("The session of R-050 ends when the policy in force says so").And.Contain("Configure the custom policy"));
        Assert.That(await card.Locator("img").EvaluateAllAsync<int[]>("all => all.map(one => one.naturalWidth)"), Has.All.EqualTo(640));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task What_is_chosen_stands_in_the_address_and_another_window_shows_the_same()
    {
        var page = await OpenAsync("");
        await page.Locator(".chip.PASSED").ClickAsync();
        await page.Locator("#search").FillAsync("ninety rolling");
        await page.WaitForFunctionAsync("document.querySelectorAll('#list .scenario').length === 1");
        var address = page.Url;
        await page.Context.CloseAsync();

        var other = await OpenAsync(address[address.IndexOf('#', StringComparison.Ordinal)..]);
        var shown = await other.Locator("#list .scenario").EvaluateAllAsync<string[]>("all => all.map(one => one.id)");
        var search = await other.Locator("#search").InputValueAsync();
        await other.Context.CloseAsync();
        Assert.That(address, Does.EndWith("#?verdict=PASSED&text=ninety+rolling"));
        Assert.That(shown, Is.Empty.Or.EqualTo(new[] { "lifetime/rolling-ninety-days" }));
        Assert.That(search, Is.EqualTo("ninety rolling"));
    }

    [Test]
    public async Task The_keyboard_goes_from_scenario_to_scenario_and_to_the_search()
    {
        var page = await OpenAsync("");
        await page.Keyboard.PressAsync("j");
        var first = await FocusedAsync(page);
        await page.Keyboard.PressAsync("j");
        var second = await FocusedAsync(page);
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"[id='{Failed}'] .body").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        var isOpen = await page.Locator($"[id='{Failed}']").EvaluateAsync<bool>("one => one.open");
        await page.Keyboard.PressAsync("/");
        var search = await page.EvaluateAsync<string>("document.activeElement.id");
        await page.Context.CloseAsync();
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo(Failed));
            Assert.That(second, Is.EqualTo("sign-out/hint-required"));
            Assert.That(isOpen, Is.False);
            Assert.That(search, Is.EqualTo("search"));
        });
    }

    [Test]
    public async Task The_scrubber_shows_which_cookies_each_site_holds()
    {
        var page = await OpenAsync("#" + Failed);
        var range = page.Locator($"[id='{Failed}'] .scrubber input");
        var held = page.Locator($"[id='{Failed}'] .held tbody tr").Filter(new() { HasText = "login" });
        var atFailure = await held.InnerTextAsync();
        await range.FocusAsync();
        List<string> seen = [];
        for (var at = int.Parse(await range.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture); at > 0; at--)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
            seen.Add(await held.InnerTextAsync());
        }

        await page.Context.CloseAsync();
        Assert.That(atFailure, Does.Contain("no cookie"));
        Assert.That(seen, Has.Some.Contains("x-ms-cpim-sso:contoso session cookie, Secure, HttpOnly, SameSite None"));
    }

    [Test]
    public async Task Every_timeline_has_a_name_of_its_own()
    {
        var page = await OpenAsync("#" + Failed);
        await page.EvaluateAsync("location.hash = '#lifetime/ticked-ends-on-the-day'");
        await page.Locator("[id='lifetime/ticked-ends-on-the-day'] .timeline").WaitForAsync();
        var names = await page.Locator(".timeline .scroll > svg").EvaluateAllAsync<string[]>("all => all.map(one => one.ariaLabel)");
        await page.Context.CloseAsync();
        Assert.That(names, Has.Length.EqualTo(2).And.Unique);
        Assert.That(names[0], Does.StartWith("Timeline of “A ticked box survives closing the browser”. Timeline of"));
    }

    [Test]
    public async Task On_paper_stand_all_requirements_and_what_failed_alone()
    {
        var page = await OpenAsync("");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.WaitForTimeoutAsync(1000);
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        var cards = await page.Locator("#list .scenario .body").CountAsync();
        var shown = await page.Locator("#list .scenario").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.verdict)");
        var closed = await page.Locator("#requirements > details:not([open])").CountAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        var after = await page.Locator("#list .scenario").CountAsync();
        await page.Context.CloseAsync();
        Assert.Multiple(() =>
        {
            Assert.That(shown, Is.EqualTo(new[] { "FAILED", "ERROR" }));
            Assert.That(cards, Is.EqualTo(2));
            Assert.That(closed, Is.Zero);
            Assert.That(after, Is.EqualTo(_run.Run.Scenarios.Count));
        });
    }

    [Test]
    public async Task Hostile_texts_are_shown_as_text()
    {
        using var run = SelfContainedReportTests.HostileRun();
        await ReportPages.TextOf(run);
        var page = await _browser.PageAsync();
        var dialogs = 0;
        page.Dialog += (_, _) => dialogs++;
        await page.GotoAsync(new Uri(run.Folder.ReportFile).AbsoluteUri);
        await page.Locator("#list summary").First.ClickAsync();
        await page.Locator("#list .evidence").Last.WaitForAsync();
        await page.Locator("#list .evidence > summary").Last.ClickAsync();
        var title = await page.Locator("#list .title").InnerTextAsync();
        var planted = await page.Locator("img, #list script, [onerror]").CountAsync();
        var events = await page.Locator("#list .events").Last.InnerTextAsync();
        await page.Context.CloseAsync();
        Assert.That((planted, dialogs), Is.EqualTo((0, 0)));
        Assert.That(title, Does.Contain("<script>alert(1)</script>").And.Contain("<img src=x onerror=alert(1)>"));
        Assert.That(events, Does.Contain("<script>alert(1)</script>"));
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.closest('.scenario')?.id ?? ''");

    private async Task<IPage> OpenAsync(string fragment, bool dark = false, int width = 1280)
    {
        var page = await _browser.PageAsync(dark, width);
        await page.GotoAsync(new Uri(_run.Folder.ReportFile).AbsoluteUri + fragment);
        await page.Locator("html[data-drawn]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }
}
