using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Matching;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>N-79 and N-80: where a cookie goes, what replaces it, and in which order cookies are sent.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DomainAndPathTests
{
    private readonly Jar _jar = new();

    [Test]
    public void Without_a_domain_only_the_very_host_gets_it_back()
    {
        _jar.Set("https://login.shop.example/", "a=1");
        Assert.That(
            new[] { "https://login.shop.example/", "https://shop.example/", "https://x.login.shop.example/" }.Select(_jar.Sent),
            Is.EqualTo(new[] { "a=1", null, null }));
    }

    [Test]
    public void A_domain_cookie_goes_to_the_domain_and_below([Values("shop.example", ".shop.example", "SHOP.Example")] string domain)
    {
        _jar.Set("https://login.shop.example/", $"a=1; Domain={domain}");
        Assert.That(
            new[]
            {
                "https://login.shop.example/", "https://shop.example/", "https://x.login.shop.example/", "https://workshop.example/",
            }.Select(_jar.Sent),
            Is.EqualTo(new[] { "a=1", "a=1", "a=1", null }));
    }

    [TestCase("bank.example", CookieRefusal.ForeignDomain)]
    [TestCase("x.login.shop.example", CookieRefusal.ForeignDomain)]
    [TestCase("hop.example", CookieRefusal.ForeignDomain)]
    [TestCase("example", CookieRefusal.PublicSuffix)]
    [TestCase("sh\u00F6p.example", CookieRefusal.DomainNotAscii)]
    [TestCase("", CookieRefusal.None)]
    [TestCase(".", CookieRefusal.None)]
    public void Nobody_sets_cookies_for_strangers_or_for_everybody(string domain, CookieRefusal expected) =>
        Assert.That(_jar.Set("https://login.shop.example/", $"a=1; Domain={domain}"), Is.EqualTo(expected));

    [Test]
    public void A_public_suffix_may_set_a_cookie_for_itself_alone()
    {
        _jar.Set("https://co.uk/", "a=1; Domain=co.uk");
        Assert.That((_jar["a"].HostOnly, _jar.Sent("https://shop.co.uk/")), Is.EqualTo((true, (string?)null)));
    }

    [TestCase("a.localhost", "a.localhost")]
    [TestCase("x.a.localhost", "a.localhost")]
    [TestCase("localhost", null)]
    [TestCase("shop.co.uk", "shop.co.uk")]
    [TestCase("x.shop.co.uk", "shop.co.uk")]
    [TestCase("co.uk", null)]
    [TestCase("tenant.b2clogin.com", "b2clogin.com")]
    [TestCase("x.y.site.ck", "y.site.ck")]
    [TestCase("www.ck", "www.ck")]
    [TestCase("127.0.0.1", null)]
    [TestCase("::1", null)]
    public void The_registrable_domain_is_what_one_owner_has(string host, string? expected) =>
        Assert.That(PublicSuffixRules.BuiltIn.RegistrableDomain(host), Is.EqualTo(expected));

    [Test]
    public void The_full_list_can_be_loaded_from_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "// a comment\n\nb2clogin.com\n*.compute.example\n!city.compute.example\n");
        var rules = PublicSuffixRules.Load(file);
        File.Delete(file);
        Assert.That(
            new[]
            {
                "x.tenant.b2clogin.com", "b2clogin.com", "x.a.b.compute.example", "x.city.compute.example",
            }.Select(rules.RegistrableDomain),
            Is.EqualTo(new[] { "tenant.b2clogin.com", null, "a.b.compute.example", "city.compute.example" }));
    }

    [TestCase("/", "/")]
    [TestCase("/a", "/")]
    [TestCase("/a/", "/a")]
    [TestCase("/a/b", "/a")]
    [TestCase("/a/b/", "/a/b")]
    public void The_path_of_a_cookie_that_names_none_is_the_folder_of_the_page(string page, string expected)
    {
        _jar.Set($"https://shop.example{page}?x=/y/z", "a=1; Path=relative");
        Assert.That(_jar["a"].Path, Is.EqualTo(expected));
    }

    [TestCase("/a", "/a", true)]
    [TestCase("/a", "/a/b", true)]
    [TestCase("/a/", "/a/b", true)]
    [TestCase("/a/", "/a", false)]
    [TestCase("/a", "/ab", false)]
    [TestCase("/a", "/A", false)]
    [TestCase("/", "/anything", true)]
    public void A_path_covers_itself_and_what_is_below(string cookie, string page, bool covered)
    {
        _jar.Set(Jar.Shop, $"a=1; Path={cookie}");
        Assert.That(_jar.Sent($"https://shop.example{page}") is not null, Is.EqualTo(covered));
    }

    [Test]
    public void Deleting_needs_the_same_name_domain_and_path()
    {
        _jar.Set(Jar.Shop, "a=1; Domain=shop.example; Path=/x");
        foreach (var missed in new[] { "a=; Max-Age=0", "a=; Max-Age=0; Path=/x", "a=; Max-Age=0; Domain=shop.example",
            "A=; Max-Age=0; Domain=shop.example; Path=/x" })
        {
            _jar.Set(Jar.Shop, missed);
            Assert.That(_jar.Names, Is.EqualTo(new[] { "a" }), missed);
        }

        _jar.Set(Jar.Shop, "a=; Max-Age=0; Domain=shop.example; Path=/x");
        Assert.That(_jar.Names, Is.Empty);
    }

    [Test]
    public void Longer_paths_come_first_then_older_cookies_and_replacing_keeps_the_age()
    {
        _jar.Set("https://shop.example/a/b", "first=1; Path=/");
        _jar.Set("https://shop.example/a/b", "second=1; Path=/");
        _jar.Set("https://shop.example/a/b", "deep=1; Path=/a");
        _jar.Clock.Move(TimeSpan.FromMinutes(1));
        var created = _jar["first"].CreatedAt;
        _jar.Set("https://shop.example/a/b", "first=2; Path=/");

        Assert.That(_jar.Sent("https://shop.example/a/b"), Is.EqualTo("deep=1; first=2; second=1"));
        Assert.That(_jar["first"].CreatedAt, Is.EqualTo(created));
    }

    [Test]
    public void As_shipped_a_new_value_makes_a_cookie_young_again_and_the_same_does_not()
    {
        var jar = new Jar(CookiePolicy.AsShipped);
        jar.Set(Jar.Shop, "a=1");
        jar.Set(Jar.Shop, "b=1");
        jar.Set(Jar.Shop, "a=1; Max-Age=600");
        Assert.That(jar.Sent(Jar.Shop), Is.EqualTo("a=1; b=1"));
        jar.Set(Jar.Shop, "a=2");
        Assert.That(jar.Sent(Jar.Shop), Is.EqualTo("b=1; a=2"));
    }
}
