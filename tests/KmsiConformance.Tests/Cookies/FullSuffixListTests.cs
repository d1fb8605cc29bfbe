using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.Cookies.Differential;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>Under which domains strangers have names of their own: what a real Chromium says, the list that is built in does.</summary>
internal sealed class FullSuffixListTests
{
    // From both parts of the list: registries on every continent, wildcards and exceptions, and names that companies give away.
    private static readonly string[] Domains =
    [
        "com", "org", "net", "info", "dev", "app", "museum", "co.uk", "org.uk", "police.uk", "com.au", "id.au", "co.nz", "geek.nz", "co.jp",
        "kyoto.jp", "co.kr", "com.br", "blog.br", "com.mx", "com.ar", "com.co", "com.tr", "com.sg", "com.hk", "com.tw", "com.my", "co.in",
        "gov.in", "co.za", "co.ke", "com.ng", "com.eg", "co.il", "com.sa", "com.ua", "kiev.ua", "com.pl", "waw.pl", "co.at", "or.at",
        "asso.fr", "com.de", "com.ru", "k12.ca.us", "ck", "foo.ck", "www.ck", "foo.kawasaki.jp", "city.kawasaki.jp", "bd", "com.bd",
        "azurewebsites.net", "azurestaticapps.net", "cloudapp.net", "cloudfront.net", "github.io", "gitlab.io", "herokuapp.com",
        "netlify.app",
        "vercel.app", "pages.dev", "workers.dev", "web.app", "firebaseapp.com", "appspot.com", "blogspot.com", "fly.dev", "onrender.com",
        "example.com", "contoso.co.uk", "b2clogin.com", "onmicrosoft.com", "microsoftonline.com", "xn--p1ai", "xn--55qx5d.cn", "localhost",
    ];

    [Test]
    [Category("Browser")]
    public async Task No_cookie_belongs_to_a_domain_to_which_Chromium_lets_none_belong()
    {
        await using var site = new OctetSite(request => OctetSite.Answer(
            "200 OK", [$"Set-Cookie: wide=1; Domain={request.Host.Split(':')[0].Split('.', 2)[1]}", "Set-Cookie: own=1"], "page"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFixture.Chromium(), Args = ["--no-sandbox", "--host-resolver-rules=MAP * 127.0.0.1"],
        });
        var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();
        var real = new List<string>();
        foreach (var domain in Domains)
        {
            await page.GotoAsync(site.Origin($"kmsi.{domain}") + "/");
            real.Add($"{domain}: {Kept((await context.CookiesAsync()).Select(cookie => cookie.Name))}");
            await context.ClearCookiesAsync();
        }

        var ours = Domains.Select(domain =>
        {
            var store = new CookieStore(TimeProvider.System, CookiePolicy.AsShipped);
            var request = new CookieRequest(new Uri($"https://kmsi.{domain}/"), "GET", Destination.TopLevel);
            store.Receive($"wide=1; Domain={domain}", request);
            store.Receive("own=1", request);
            return $"{domain}: {Kept(store.All.Select(cookie => cookie.Name))}";
        });
        Assert.That(real, Has.Some.EndsWith(": own").And.Some.EndsWith(": own, wide"));
        Assert.That(ours, Is.EqualTo(real));
    }

    [TestCase("login.contoso.com", "contoso.com")]
    [TestCase("a.b.contoso.co.uk", "contoso.co.uk")]
    [TestCase("contoso.b2clogin.com", "b2clogin.com")]
    [TestCase("contoso.azurewebsites.net", "contoso.azurewebsites.net")]
    [TestCase("www.ck", "www.ck")]
    [TestCase("a.shop.ck", "a.shop.ck")]
    [TestCase("shop.ck", null)]
    [TestCase("co.uk", null)]
    [TestCase("groceries.localhost", "groceries.localhost")]
    [TestCase("localhost", null)]
    [TestCase("a.xn--55qx5d.cn", "a.xn--55qx5d.cn")]
    public void A_site_is_what_belongs_to_one_owner(string host, string? site)
    {
        Assert.That(PublicSuffixRules.BuiltIn.RegistrableDomain(host), Is.EqualTo(site));
        Assert.That(PublicSuffixRules.BuiltIn.IsPublicSuffix(host), Is.EqualTo(site is null));
    }

    [Test]
    public void A_list_of_ones_own_can_be_loaded()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "// of a company\ntest\nsuffix.test\n!own.suffix.test\n");
        var rules = PublicSuffixRules.Load(file);
        File.Delete(file);
        Assert.That(rules.IsPublicSuffix("suffix.test"), Is.True);
        Assert.That(rules.RegistrableDomain("a.b.suffix.test"), Is.EqualTo("b.suffix.test"));
    }

    private static string Kept(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
