using KmsiConformance.Browsers;
using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>What the ledger learns of a browser's cookie store.</summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
internal sealed class CookieWatchTests(string kind)
{
    private static readonly StoredCookie Common = new(
        "x-ms-cpim-sso:demo_0", "one", "login.localhost", "/", null, Secure: true, HttpOnly: true, "None");

    private static readonly StoredCookie Partitioned = Common with { Value = "two",
        Partition = new CookiePartition("https://shop.localhost", true) };

    private readonly WorldLedger _ledger = new("partition", TimeProvider.System);

    [Test]
    public async Task A_partitioned_cookie_is_another_than_its_unpartitioned_namesake()
    {
        var recipe = SuiteLoader.Load(Repository.Scenarios).Recipes["b2c"];
        var sites = new SiteRoles(["login.localhost:443"], ["shop"]);
        var watch = new CookieWatch(_ledger, sites, recipe, new Dictionary<string, string>(StringComparer.Ordinal), at => at);
        await using var browser = await AnyBrowser.NewAsync(kind, new BrowserConditions());
        await browser.StartAsync(CancellationToken.None);

        await browser.SetCookieAsync(Common, CancellationToken.None);
        await browser.SetCookieAsync(Partitioned, CancellationToken.None);
        await watch.LookAsync(browser, CancellationToken.None);
        Assert.That(StoredCookies.Of(Evidence(), new MeantCookie("sso")), Has.Count.EqualTo(2));

        await browser.DeleteCookieAsync(Common, CancellationToken.None);
        await watch.LookAsync(browser, CancellationToken.None);

        var judged = new NoSuchCookie(new MeantCookie("sso")).Judge(Evidence());
        Assert.That(judged.Verdict, Is.EqualTo(Verdict.Failed), "the store still holds the partitioned one");
        Assert.That(judged.Actual, Does.Contain("partitioned under https://shop.localhost"));
    }

    private Evidence Evidence() => new(_ledger.Since(0), _ledger.Since(0), TimeProvider.System.GetUtcNow());
}
