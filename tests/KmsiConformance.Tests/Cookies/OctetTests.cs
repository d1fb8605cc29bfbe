using KmsiConformance.Cookies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>Names and values are kept octet for octet; N-78: what is too large or has control characters is ignored.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OctetTests
{
    private readonly Jar _jar = new();

    [TestCase("a=1", "a=1")]
    [TestCase(" a \t= 1 \t; Path=/", "a=1")]
    [TestCase("x-ms-cpim-cache|eyJUSUQiOiJ9_0=m1.a+b/c==", "x-ms-cpim-cache|eyJUSUQiOiJ9_0=m1.a+b/c==")]
    [TestCase("a=\"quoted, with a comma\"", "a=\"quoted, with a comma\"")]
    [TestCase("a=%41%zz", "a=%41%zz")]
    [TestCase("a=\u00E9\u0080\u00FF", "a=\u00E9\u0080\u00FF")]
    [TestCase("a=b=c", "a=b=c")]
    [TestCase("a=", "a=")]
    [TestCase("=lonely", "lonely")]
    [TestCase("lonely", "lonely")]
    [TestCase("two words", "two words")]
    [TestCase("a=tab\tinside", "a=tab\tinside")]
    public void Octets_come_back_as_they_came(string header, string sent)
    {
        Assert.That(_jar.Set(Jar.Shop, header), Is.EqualTo(CookieRefusal.None));
        Assert.That(_jar.Sent(Jar.Shop), Is.EqualTo(sent));
    }

    [TestCase("")]
    [TestCase("=")]
    [TestCase(" = ; Path=/")]
    [TestCase("; a=1")]
    public void A_cookie_without_name_and_value_is_none(string header) =>
        Assert.That(_jar.Set(Jar.Shop, header), Is.EqualTo(CookieRefusal.Empty));

    [Test]
    public void A_control_character_anywhere_spoils_the_header(
        [Values('\0', '\x01', '\x08', '\n', '\x0B', '\r', '\x1F', '\x7F')] char control, [Values] bool inAttribute) =>
        Assert.That(_jar.Set(Jar.Shop, inAttribute ? $"a=1; Pa{control}th=/" : $"a={control}1"),
            Is.EqualTo(CookieRefusal.ControlCharacter));

    [Test]
    public void Name_and_value_may_have_4096_octets_together()
    {
        Assert.That(_jar.Set(Jar.Shop, $"{new string('n', 96)}={new string('v', 4000)}"), Is.EqualTo(CookieRefusal.None));
        Assert.That(_jar.Set(Jar.Shop, $"{new string('n', 97)}={new string('v', 4000)}"), Is.EqualTo(CookieRefusal.TooLarge));
    }

    [Test]
    public void An_attribute_over_1024_octets_is_ignored_and_the_cookie_kept()
    {
        _jar.Set(Jar.Shop, $"fits=1; Path=/{new string('p', 1023)}");
        _jar.Set("https://shop.example/some/where", $"not=1; Path=/{new string('p', 1024)}");
        Assert.That((_jar["fits"].Path.Length, _jar["not"].Path), Is.EqualTo((1024, "/some")));
    }

    [Test]
    public void The_crowded_domain_loses_insecure_and_long_unused_cookies_first()
    {
        var jar = new Jar(CookiePolicy.Draft with { PerDomain = 3 });
        jar.Set(Jar.Shop, "secure=1; Secure");
        jar.Set(Jar.Shop, "old=1; Path=/old");
        jar.Set(Jar.Shop, "older=1; Path=/older");
        jar.Set(Jar.Bank, "bank=1");
        jar.Clock.Move(TimeSpan.FromMinutes(1));
        jar.Sent("https://shop.example/old");
        jar.Set(Jar.Shop, "new=1");
        Assert.That(jar.Names, Is.EqualTo(new[] { "bank", "new", "old", "secure" }));
    }

    [Test]
    public void The_full_store_loses_what_was_not_used_for_longest()
    {
        var jar = new Jar(CookiePolicy.Draft with { PerDomain = 2, Total = 3 });
        foreach (var host in new[] { "a", "b", "c", "d" })
        {
            jar.Set($"https://{host}.example/", $"{host}=1");
            jar.Clock.Move(TimeSpan.FromSeconds(1));
        }

        Assert.That(jar.Names, Is.EqualTo(new[] { "b", "c", "d" }));
    }
}
