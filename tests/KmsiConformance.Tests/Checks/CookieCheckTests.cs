using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks;

internal sealed class CookieCheckTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CookieChanged Kept = new(
        "set", "login", "sso", "x-ms-cpim-sso:demo_0", "login.localhost", "/", Noon.AddDays(7), true, true, "None", "00aa") { At = Noon, Sequence = 5 };

    [Test]
    public void A_store_that_was_not_read_proves_nothing()
    {
        var evidence = new Evidence([Kept], [], Noon);
        Check[] checks =
        [
            new CookieIsStored("sso", null), new CookieIsPersistent("sso", null), new CookieEndsWithTheBrowserSession("sso", null),
            new CookieLasts("sso", null, TimeSpan.FromDays(7), "7 days"), new NoSuchCookie("sso", null), new CookieWasRenewed("sso", null, true),
        ];
        Assert.That(checks.Select(check => check.Judge(evidence).Verdict), Is.All.EqualTo(Verdict.CantTell));
    }

    [TestCase(7 * 1440, Verdict.Passed)]
    [TestCase(7 * 1440 - 4, Verdict.Passed)]
    [TestCase(7 * 1440 - 6, Verdict.Failed)]
    [TestCase(7 * 1440 + 6, Verdict.Failed)]
    [TestCase(14 * 1440, Verdict.Failed)]
    public void A_seven_day_cookie_must_last_seven_days(int minutes, Verdict verdict)
    {
        var judged = Judge(new CookieLasts("sso", null, TimeSpan.FromDays(7), "keep-alive"), Kept with { ExpiresAt = Noon.AddMinutes(minutes) });
        Assert.That(judged.Verdict, Is.EqualTo(verdict));
        Assert.That(judged.Expected, Does.Contain("keep-alive (7 days)"));
    }

    [TestCase(2, Verdict.Passed)]
    [TestCase(0, Verdict.Failed)]
    [TestCase(5, Verdict.Failed)]
    public void A_cookie_of_three_seconds_is_judged_strictly(int seconds, Verdict verdict)
    {
        var judged = Judge(new CookieLasts("sso", null, TimeSpan.FromSeconds(3), "3 seconds"), Kept with { ExpiresAt = Noon.AddSeconds(seconds) });
        Assert.That(judged.Verdict, Is.EqualTo(verdict));
    }

    [Test]
    public void A_session_cookie_lasts_no_time_of_its_own()
    {
        var session = Kept with { ExpiresAt = null };
        Assert.Multiple(() =>
        {
            Assert.That(Judge(new CookieLasts("sso", null, TimeSpan.FromDays(7), "7 days"), session).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieIsPersistent("sso", null), session).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieEndsWithTheBrowserSession("sso", null), session).Verdict, Is.EqualTo(Verdict.Passed));
            Assert.That(Judge(new CookieEndsWithTheBrowserSession("sso", null), Kept).Verdict, Is.EqualTo(Verdict.Failed));
        });
    }

    [Test]
    public void A_cookie_that_has_gone_does_not_exist()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Judge(new CookieIsStored("sso", null), Kept, Kept with { Change = "gone" }).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new NoSuchCookie("sso", null), Kept, Kept with { Change = "gone" }).Verdict, Is.EqualTo(Verdict.Passed));
            Assert.That(Judge(new NoSuchCookie("sso", null), Kept).Verdict, Is.EqualTo(Verdict.Failed));
        });
    }

    [Test]
    public void A_cookie_for_a_whole_domain_belongs_to_no_single_host()
    {
        var check = new CookieBelongsToSite("sso", null, "login");
        Assert.Multiple(() =>
        {
            Assert.That(Judge(check, Kept).Verdict, Is.EqualTo(Verdict.Passed));
            Assert.That(Judge(check, Kept with { Domain = ".login.localhost" }).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(check, Kept with { Site = "groceries", Domain = "groceries.localhost" }).Verdict, Is.EqualTo(Verdict.Failed));
        });
    }

    [Test]
    public void Flags_are_judged_both_ways()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Judge(new CookieIsSecure("sso", null, true), Kept with { Secure = false }).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieIsSecure("sso", null, false), Kept).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieIsHttpOnly("sso", null, true), Kept with { HttpOnly = false }).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieIsHttpOnly("sso", null, true), Kept).Verdict, Is.EqualTo(Verdict.Passed));
        });
    }

    [Test]
    public void Only_a_later_expiry_after_the_last_visit_renews()
    {
        var visit = new AppVisited("groceries", false) { Sequence = 8, At = Noon.AddDays(1) };
        var later = Kept with { Change = "renewed", Sequence = 9, ExpiresAt = Noon.AddDays(8) };
        var sameEnd = later with { ExpiresAt = Kept.ExpiresAt, ValueMark = "11bb" };
        Assert.Multiple(() =>
        {
            Assert.That(Judge(new CookieWasRenewed("sso", null, true), Kept, visit, later).Verdict, Is.EqualTo(Verdict.Passed));
            Assert.That(Judge(new CookieWasRenewed("sso", null, true), Kept, visit, sameEnd).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieWasRenewed("sso", null, true), Kept, visit).Verdict, Is.EqualTo(Verdict.Failed));
            Assert.That(Judge(new CookieWasRenewed("sso", null, false), Kept, visit, later).Verdict, Is.EqualTo(Verdict.Failed));
        });
    }

    private static Judgement Judge(Check check, params Event[] events) =>
        check.Judge(new Evidence(events, [new CookiesRead(1)], Noon));
}
