using KmsiConformance.Cookies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>N-76 and N-77: prefixes and secure cookies.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SecureTests
{
    private const string Plain = "http://shop.example/";
    private readonly Jar _jar = new();

    [Test]
    public void A_secure_cookie_is_neither_set_nor_sent_without_tls()
    {
        Assert.That(_jar.Set(Plain, "a=1; Secure"), Is.EqualTo(CookieRefusal.SecureOverInsecure));
        _jar.Set(Jar.Shop, "a=1; Secure");
        Assert.That((_jar.Sent(Jar.Shop), _jar.Sent(Plain)), Is.EqualTo(("a=1", (string?)null)));
    }

    [Test]
    public void This_machine_counts_as_secure_unless_told_otherwise()
    {
        Assert.That(_jar.Set("http://shop.localhost:5000/", "a=1; Secure"), Is.EqualTo(CookieRefusal.None));
        var strict = new Jar(CookiePolicy.Draft with { TrustsLoopback = false });
        Assert.That(strict.Set("http://shop.localhost:5000/", "a=1; Secure"), Is.EqualTo(CookieRefusal.SecureOverInsecure));
    }

    [TestCase("a=2", CookieRefusal.OverlaysSecure)]
    [TestCase("a=2; Domain=shop.example", CookieRefusal.OverlaysSecure)]
    [TestCase("a=2; Path=/login/en", CookieRefusal.OverlaysSecure)]
    [TestCase("a=2; Path=/", CookieRefusal.None)]
    [TestCase("a=2; Path=/loginx", CookieRefusal.None)]
    [TestCase("b=2", CookieRefusal.None)]
    public void An_insecure_site_cannot_hide_a_secure_cookie(string header, CookieRefusal expected)
    {
        _jar.Set(Jar.Shop, "a=1; Secure; Path=/login");
        Assert.That(_jar.Set("http://shop.example/login/", header), Is.EqualTo(expected));
    }

    [TestCase("__Secure-a=1; Secure", CookieRefusal.None)]
    [TestCase("__Secure-a=1", CookieRefusal.SecurePrefix)]
    [TestCase("__SECURE-a=1", CookieRefusal.SecurePrefix)]
    [TestCase("__Host-a=1; Secure; Path=/", CookieRefusal.None)]
    [TestCase("__host-a=1; Secure; Path=/; Domain=", CookieRefusal.None)]
    [TestCase("__Host-a=1; Path=/", CookieRefusal.HostPrefix)]
    [TestCase("__Host-a=1; Secure", CookieRefusal.HostPrefix)]
    [TestCase("__hOST-a=1; Secure; Path=/x", CookieRefusal.HostPrefix)]
    [TestCase("__Host-a=1; Secure; Path=/; Domain=shop.example", CookieRefusal.HostPrefix)]
    [TestCase("__Hosta=1", CookieRefusal.None)]
    [TestCase("=__Host-a=1; Secure; Path=/", CookieRefusal.HiddenPrefix)]
    [TestCase("__secure-a", CookieRefusal.HiddenPrefix)]
    public void Prefixes_keep_their_promise_in_any_case_of_letters(string header, CookieRefusal expected) =>
        Assert.That(_jar.Set(Jar.Shop, header), Is.EqualTo(expected));
}
