using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>N-70, N-71, N-72: how long a cookie lives.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LifetimeTests
{
    private readonly Jar _jar = new();

    private TimeSpan? Left => _jar["a"].ExpiresAt - _jar.Clock.GetUtcNow();

    [Test]
    public void Max_age_beats_expires_in_either_order([Values] bool first)
    {
        _jar.Set(Jar.Shop, first
            ? "a=1; Max-Age=600; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
            : "a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=600");
        Assert.That(Left, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void A_cookie_with_neither_ends_with_the_session_and_a_persistent_one_does_not()
    {
        _jar.Set(Jar.Shop, "session=1");
        _jar.Set(Jar.Shop, "kept=1; Max-Age=600");
        _jar.Clock.Move(TimeSpan.FromSeconds(599));
        Assert.That(_jar.Names, Is.EqualTo(new[] { "kept", "session" }));

        _jar.Store.EndSession();
        Assert.That(_jar.Names, Is.EqualTo(new[] { "kept" }));
    }

    [Test]
    public void A_cookie_is_gone_at_the_second_of_its_expiry()
    {
        _jar.Set(Jar.Shop, "a=1; Max-Age=600");
        _jar.Clock.Move(TimeSpan.FromSeconds(599));
        Assert.That(_jar.Sent(Jar.Shop), Is.EqualTo("a=1"));
        _jar.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.That(_jar.Sent(Jar.Shop), Is.Null);
    }

    [TestCase("Max-Age=7776000", 90)]
    [TestCase("Max-Age=34560000", 400)]
    [TestCase("Max-Age=34560001", 400)]
    [TestCase("Max-Age=99999999999999999999", 400)]
    [TestCase("Expires=Fri, 31 Dec 9999 23:59:59 GMT", 400)]
    public void Lifetimes_are_cut_to_400_days_and_not_rejected(string attribute, int days)
    {
        _jar.Set(Jar.Shop, $"a=1; {attribute}");
        Assert.That(Left, Is.EqualTo(TimeSpan.FromDays(days)));
    }

    [TestCase(false, 0, "Max-Age=604800", 7)]
    [TestCase(true, 2, "Max-Age=604800", 7)]
    [TestCase(false, 2, "Expires={0}", 5)]
    [TestCase(true, 2, "Expires={0}", 7)]
    [TestCase(true, -3, "Expires={0}", 7)]
    [TestCase(true, -3, "Expires=Fri, 31 Dec 9999 23:59:59 GMT", 400)]
    public void A_date_is_corrected_as_shipped_where_the_clocks_differ(bool shipped, int daysAhead, string attribute, int days)
    {
        var jar = new Jar(shipped ? KmsiConformance.Cookies.CookiePolicy.AsShipped : null);
        var site = jar.Clock.GetUtcNow() - TimeSpan.FromDays(daysAhead);
        var header = $"a=1; {attribute.Replace("{0}", (site + TimeSpan.FromDays(7)).ToString("R"), StringComparison.Ordinal)}";
        jar.Store.Receive(header, Jar.TopLevel(Jar.Shop), site);
        Assert.That(jar["a"].ExpiresAt - jar.Clock.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(days)).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void A_date_that_deletes_deletes_however_far_ahead_the_browser_is()
    {
        var jar = new Jar(KmsiConformance.Cookies.CookiePolicy.AsShipped);
        jar.Set(Jar.Shop, "a=1; Max-Age=600");
        jar.Store.Receive(
            "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", Jar.TopLevel(Jar.Shop), jar.Clock.GetUtcNow() - TimeSpan.FromDays(40));
        Assert.That(jar.Names, Is.Empty);
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("-99999999999999999999")]
    [TestCase("000")]
    public void Max_age_of_zero_or_less_deletes(string age)
    {
        _jar.Set(Jar.Shop, "a=1; Max-Age=600");
        _jar.Set(Jar.Shop, $"a=2; Max-Age={age}");
        Assert.That(_jar.Names, Is.Empty);
    }

    [TestCase("")]
    [TestCase("-")]
    [TestCase("abc")]
    [TestCase("600s")]
    [TestCase("6e2")]
    [TestCase("+600")]
    [TestCase("6 00")]
    [TestCase("\"600\"")]
    public void A_max_age_that_is_no_number_is_as_if_it_were_not_there(string age)
    {
        _jar.Set(Jar.Shop, $"a=1; Max-Age={age}");
        Assert.That(_jar["a"].ExpiresAt, Is.Null);

        _jar.Set(Jar.Shop, $"a=1; Max-Age=600; Max-Age={age}");
        Assert.That(Left, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [Test]
    public void The_last_readable_attribute_of_a_name_wins()
    {
        _jar.Set(Jar.Shop, "a=1; Max-Age=60; Max-Age=600; Path=/x; Path=/; SameSite=None; SameSite=Strict");
        Assert.That((Left, _jar["a"].Path, _jar["a"].SameSite),
            Is.EqualTo((TimeSpan.FromMinutes(10), "/", KmsiConformance.Cookies.SameSite.Strict)));
    }
}
