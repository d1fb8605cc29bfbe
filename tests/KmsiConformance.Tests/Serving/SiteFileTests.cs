using KmsiConformance.Policies;
using KmsiConformance.Reference.Web;
using KmsiConformance.Serving;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary>The file that says how a served site behaves.</summary>
public sealed class SiteFileTests
{
    [Test]
    public void Each_setting_is_the_sites()
    {
        var site = Read("""
            session: 8 hours
            keep-alive: 14 days
            expiry: rolling
            maximum: 30 days
            keep-alive-maximum: 90 days
            keep-me-signed-in: offered
            cookies: 3
            areas: [account, orders]
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(site.Sessions.Session, Is.EqualTo(TimeSpan.FromHours(8)));
            Assert.That(site.Sessions.KeepAlive, Is.EqualTo(TimeSpan.FromDays(14)));
            Assert.That(site.Sessions.Expiry, Is.EqualTo(ExpiryType.Rolling));
            Assert.That(site.Sessions.Maximum, Is.EqualTo(TimeSpan.FromDays(30)));
            Assert.That(site.Sessions.KeepAliveMaximum, Is.EqualTo(TimeSpan.FromDays(90)));
            Assert.That(site.OffersBox, Is.True);
            Assert.That(site.CookieParts, Is.EqualTo(3));
            Assert.That(site.Areas, Is.EqualTo(new[] { "account", "orders" }));
        }
    }

    [Test]
    public void What_it_does_not_say_is_as_without_a_file()
    {
        var (site, standard) = (Read("session: 20 minutes"), new WebSettings());
        Assert.That(site.Sessions.Session, Is.EqualTo(TimeSpan.FromMinutes(20)));
        Assert.That(
            site with { Sessions = standard.Sessions },
            Is.EqualTo(standard with { Areas = site.Areas }), "only the session is another");
        Assert.That(site.Areas, Is.EqualTo(standard.Areas));
        Assert.That(Read("{}").Sessions, Is.EqualTo(standard.Sessions));
    }

    [TestCase("sesion: 8 hours", "site.yaml(1,1): the file: the key 'sesion' is not known here. Did you mean session?")]
    [TestCase("expiry: rolling\nsession: soon", "site.yaml(2,10): session: 'soon' does not look as expected. Expected how long")]
    [TestCase("session: 8", "expected text, found '8'. Expected how long a session lasts")]
    [TestCase("areas: [orders, account, orders]", "'orders' stands here again")]
    [TestCase("areas:\n\t- orders", "Indent with spaces")]
    [TestCase("session: 0 minutes", "site.yaml(1,10): session")]
    [TestCase("session: 4000 days", "Expected 3650 days at most")]
    [TestCase("keep-alive: 36 hours", "Expected in whole days")]
    [TestCase("keep-alive: 9999 days", "Expected 3650 days at most")]
    [TestCase("expiry: roling", "expected one of rolling, absolute, found 'roling'. Did you mean rolling?")]
    [TestCase("keep-me-signed-in: yes", "expected one of offered, hidden")]
    [TestCase("cookies: 0", "expected at least 1")]
    [TestCase("cookies: 10", "expected at most 9")]
    [TestCase("cookies: some", "expected a whole number")]
    [TestCase("areas: []", "expected at least one entry")]
    [TestCase("areas: [orders, orders]", "every entry may stand here once")]
    [TestCase("areas: [my orders]", "Expected letters, digits and hyphens")]
    [TestCase("areas: orders", "expected a list")]
    [TestCase("- session", "expected a map with the keys session, keep-alive")]
    [TestCase("", "the file is empty")]
    [TestCase("session: [", "This is not YAML")]
    public void A_mistake_is_named_with_its_place_and_the_mend(string text, string says) => Refused(text, says);

    [TestCase("maximum: 30 days", "site.yaml(1,10): maximum: Where no use extends a session", "expiry: rolling")]
    [TestCase("expiry: absolute\nkeep-alive-maximum: 90 days", "'keep-alive-maximum' has no effect", "Leave it out")]
    [TestCase("expiry: rolling\nmaximum: 8 hours", "'session' (1 day) would have no effect", "Expected more than 1 day")]
    [TestCase("keep-me-signed-in: hidden\nkeep-alive: 14 days", "'keep-alive' has no effect", "keep-me-signed-in: offered")]
    [TestCase(
        "expiry: rolling\nkeep-me-signed-in: hidden\nkeep-alive-maximum: 90 days", "'keep-alive-maximum' has no effect",
        "keep-me-signed-in: offered")]
    public void A_setting_without_effect_is_a_mistake(string text, string says, string mend) => Refused(text, says, mend);

    [Test]
    public void Where_there_is_no_box_nobody_is_kept_signed_in() => Assert.That(
        new ServedSite("https://login.localhost", Read("keep-me-signed-in: hidden\nsession: 90 minutes")).Words,
        Is.EqualTo("session 90 minutes, absolute, one cookie"));

    private static WebSettings Read(string text) => SiteFile.Read(YamlFile.Parse(text, "site.yaml"));

    private static void Refused(string text, params string[] says)
    {
        var refused = Assert.Throws<SuiteException>(() => Read(text));
        foreach (var said in says) Assert.That(refused!.Message, Does.Contain(said));
    }
}
