using System.Globalization;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Setup;
using Microsoft.Playwright;

using IBrowser = Microsoft.Playwright.IBrowser;

namespace KmsiConformance.Bench.Reports;

/// <summary>How long a report takes to open and to answer, in milliseconds.</summary>
/// <param name="FirstView">Until headline, overview and list are drawn.</param>
/// <param name="Filter">From a click on a verdict until the next frame.</param>
/// <param name="FirstSearch">From the first letters until the next frame; it reads the words of all scenarios.</param>
/// <param name="Search">The same for the next letters.</param>
/// <param name="Scenario">Until a failed scenario is open with its timeline.</param>
/// <param name="Elements">How many elements the page has then.</param>
internal sealed record Opening(double FirstView, double Filter, double FirstSearch, double Search, double Scenario, int Elements)
{
    private const string Timed = """
        async act => {
          const frame = () => new Promise(go => requestAnimationFrame(() => setTimeout(go)));
          await frame();
          const from = performance.now();
          await eval(act)();
          await frame();
          return performance.now() - from;
        }
        """;

    private const string Type = """
        async () => {
          const search = document.getElementById('search');
          search.value = 'LETTERS';
          search.dispatchEvent(new Event('input'));
          while (!document.getElementById('shown').textContent.includes(' of ') || location.hash.indexOf('text=LETTERS') < 0)
            await new Promise(go => setTimeout(go));
        }
        """;

    private const string Open = """
        async () => {
          document.querySelector('#list summary').click();
          while (!document.querySelector('#list .timeline')) await new Promise(go => setTimeout(go));
        }
        """;

    /// <summary>Opens the report in Chromium several times; the medians.</summary>
    public static async Task<Opening> OfAsync(string report, int rounds)
    {
        var found = await new BrowserSetup(new ThisMachine(), Console.WriteLine).FindAsync(new BrowserWish(), CancellationToken.None);
        var playwright = await PlaywrightDriver.GetAsync(CancellationToken.None);
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = found.ExecutablePath, Headless = true, Args = ["--no-sandbox", "--disable-gpu"],
        });
        var seen = new List<Opening>();
        for (var round = -1; round < rounds; round++)
        {
            var opening = await OnceAsync(browser, report);
            if (round >= 0) seen.Add(opening);
        }

        double Median(Func<Opening, double> part) => seen.Select(part).Order().ElementAt(seen.Count / 2);
        return new(Median(one => one.FirstView), Median(one => one.Filter), Median(one => one.FirstSearch), Median(one => one.Search),
            Median(one => one.Scenario), seen[0].Elements);
    }

    /// <summary>The figures in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"first view {FirstView:0} ms, filter {Filter:0} ms, first search {FirstSearch:0} ms, search {Search:0} ms, "
        + $"open a scenario {Scenario:0} ms, {Elements} elements");

    private static async Task<Opening> OnceAsync(IBrowser browser, string report)
    {
        // The page's own policy forbids what measures it.
        var context = await browser.NewContextAsync(new() { BypassCSP = true, ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(report).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-drawn]", new() { State = WaitForSelectorState.Attached });
        var first = await page.EvaluateAsync<double>("performance.getEntriesByName('drawn')[0].startTime");
        await page.WaitForTimeoutAsync(500);
        var filter = await page.EvaluateAsync<double>(Timed, "() => document.querySelector('.chip').click()");
        await page.EvaluateAsync("() => document.querySelector('.chip').click()");
        var firstSearch = await page.EvaluateAsync<double>(Timed, Type.Replace("LETTERS", "silent", StringComparison.Ordinal));
        var search = await page.EvaluateAsync<double>(Timed, Type.Replace("LETTERS", "cookie", StringComparison.Ordinal));
        await page.EvaluateAsync("location.hash = '#?'");
        await page.WaitForTimeoutAsync(200);
        var scenario = await page.EvaluateAsync<double>(Timed, Open);
        var elements = await page.EvaluateAsync<int>("document.querySelectorAll('*').length");
        await context.CloseAsync();
        return new(first, filter, firstSearch, search, scenario, elements);
    }
}
