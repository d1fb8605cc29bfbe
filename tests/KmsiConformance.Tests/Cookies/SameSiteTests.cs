using KmsiConformance.Cookies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>N-73, N-74, N-75: what SameSite lets through.</summary>
internal sealed class SameSiteTests
{
    private const string All = "none=1; lax=1; strict=1; default=1";

    private static Jar Filled(CookiePolicy? policy = null)
    {
        var jar = new Jar(policy);
        foreach (var header in new[] { "none=1; Secure; SameSite=None", "lax=1; SameSite=Lax", "strict=1; SameSite=Strict", "default=1" })
            jar.Set(Jar.Shop, header);
        return jar;
    }

    [Test]
    public void Same_site_requests_carry_everything() => Assert.That(
        new[] { Jar.TopLevel(Jar.Shop), Jar.TopLevel(Jar.Shop, "POST", "https://login.shop.example/"), Jar.Frame(Jar.Shop, Jar.Shop),
            Jar.Picture(Jar.Shop, Jar.Shop) }
            .Select(Filled().Sent),
        Is.All.EqualTo(All));

    [TestCase("GET", "none=1; lax=1; default=1")]
    [TestCase("HEAD", "none=1; lax=1; default=1")]
    [TestCase("POST", "none=1")]
    [TestCase("PUT", "none=1")]
    public void Cross_site_navigation_carries_lax_cookies_with_safe_methods_only(string method, string expected) =>
        Assert.That(Filled().Sent(Jar.TopLevel(Jar.Shop, method, Jar.Bank)), Is.EqualTo(expected));

    [Test]
    public void Frames_and_pictures_of_another_site_carry_none_cookies_only() => Assert.That(
        new[] { Jar.Frame(Jar.Shop, Jar.Bank), Jar.Picture(Jar.Shop, Jar.Bank), Jar.Frame(Jar.Shop, Jar.Bank, Jar.Shop),
            Jar.Frame(Jar.Shop, Jar.Shop, Jar.Bank) }
            .Select(Filled().Sent),
        Is.All.EqualTo("none=1"));

    [Test]
    public void A_plain_page_is_another_site_than_its_secure_self() =>
        Assert.That(Filled().Sent(Jar.TopLevel(Jar.Shop, "GET", "http://shop.example/")), Is.EqualTo("none=1; lax=1; default=1"));

    [Test]
    public void A_redirect_over_another_site_makes_a_request_cross_site_by_the_draft_and_not_as_shipped()
    {
        var asked = Jar.TopLevel(Jar.Shop, "GET", null, Jar.Shop, Jar.Bank);
        Assert.That(Filled().Sent(asked), Is.EqualTo("none=1; lax=1; default=1"));
        Assert.That(Filled(CookiePolicy.AsShipped).Sent(asked), Is.EqualTo(All));
    }

    [Test]
    public void Lax_allowing_unsafe_lasts_two_minutes_from_the_first_setting_and_only_without_the_attribute()
    {
        var jar = Filled(CookiePolicy.Draft with { LaxAllowingUnsafe = TimeSpan.FromMinutes(2) });
        var post = Jar.TopLevel(Jar.Shop, "POST", Jar.Bank);
        jar.Clock.Move(TimeSpan.FromMinutes(1));

        // N-80: setting it again does not restart the two minutes.
        jar.Set(Jar.Shop, "default=2");
        jar.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.That(jar.Sent(post), Is.EqualTo("none=1; default=2"));
        jar.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.That(jar.Sent(post), Is.EqualTo("none=1"));
        Assert.That(jar.Sent(Jar.Frame(Jar.Shop, Jar.Bank)), Is.EqualTo("none=1"));
    }

    [Test]
    public void None_without_secure_is_refused() =>
        Assert.That(new Jar().Set(Jar.Shop, "a=1; SameSite=None"), Is.EqualTo(CookieRefusal.NoneWithoutSecure));

    [TestCase("SameSite=foo")]
    [TestCase("SameSite")]
    [TestCase("SameSite=Strict; SameSite=foo")]
    public void An_unknown_value_is_the_default(string attribute)
    {
        var jar = new Jar();
        jar.Set(Jar.Shop, $"a=1; {attribute}");
        Assert.That(jar["a"].SameSite, Is.EqualTo(SameSite.Default));
    }

    [TestCase("a=2", CookieRefusal.CrossSiteEmbedded)]
    [TestCase("a=2; SameSite=Strict", CookieRefusal.CrossSiteEmbedded)]
    [TestCase("a=; Max-Age=0", CookieRefusal.CrossSiteEmbedded)]
    [TestCase("a=; Max-Age=0; SameSite=None; Secure", CookieRefusal.None)]
    public void An_embedded_answer_of_another_site_neither_sets_nor_deletes_without_none(string header, CookieRefusal expected)
    {
        // P-13: the app's logout page in the frame of the identity provider.
        var jar = new Jar();
        jar.Set(Jar.Shop, "a=1");
        Assert.That(jar.Set(Jar.Frame(Jar.Shop, Jar.Bank), header), Is.EqualTo(expected));
        Assert.That(jar.Names.Any(), Is.EqualTo(expected != CookieRefusal.None));
    }

    [Test]
    public void Any_top_level_answer_may_set_any_cookie() => Assert.That(
        new Jar().Set(Jar.TopLevel(Jar.Shop, "POST", Jar.Bank), "a=1; SameSite=Strict"), Is.EqualTo(CookieRefusal.None));
}
