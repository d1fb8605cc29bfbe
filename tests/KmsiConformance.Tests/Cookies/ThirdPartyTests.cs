using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Requests;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>N-81: third-party cookies allowed, blocked and partitioned.</summary>
internal sealed class ThirdPartyTests
{
    private const string News = "https://news.example/";
    private static readonly CookieRequest InBank = Jar.Frame(Jar.Shop, Jar.Bank);
    private static readonly CookieRequest InNews = Jar.Frame(Jar.Shop, News);

    private static Jar Filled(ThirdPartyCookies mode)
    {
        var jar = new Jar(CookiePolicy.AsShipped with { ThirdParty = mode });
        jar.Set(Jar.Shop, "own=1; Secure; SameSite=None");
        return jar;
    }

    [TestCase(ThirdPartyCookies.Allowed, "own=1; framed=1", "own=1; framed=1", "own=1; framed=1")]
    [TestCase(ThirdPartyCookies.Blocked, null, null, "own=1")]
    [TestCase(ThirdPartyCookies.Partitioned, "framed=1", null, "own=1")]
    public void A_cookie_set_in_a_frame_is_seen_there_elsewhere_and_at_the_top(
        ThirdPartyCookies mode, string? there, string? elsewhere, string? top)
    {
        var jar = Filled(mode);
        jar.Set(InBank, "framed=1; Secure; SameSite=None");
        Assert.That((jar.Sent(InBank), jar.Sent(InNews), jar.Sent(Jar.Shop)), Is.EqualTo((there, elsewhere, top)));
    }

    [Test]
    public void A_delete_in_a_frame_reaches_the_cookie_only_where_third_parties_are_allowed([Values] ThirdPartyCookies mode)
    {
        // Front-channel logout: 200 is not signed out.
        var jar = Filled(mode);
        jar.Set(InBank, "own=; Max-Age=0; Secure; SameSite=None");
        Assert.That(jar.Sent(Jar.Shop), Is.EqualTo(mode == ThirdPartyCookies.Allowed ? null : "own=1"));
    }

    [Test]
    public void A_partitioned_cookie_lives_below_one_top_level_site_in_every_mode([Values] ThirdPartyCookies mode)
    {
        var jar = new Jar(CookiePolicy.AsShipped with { ThirdParty = mode });
        jar.Set(InBank, "chip=bank; Secure; SameSite=None; Partitioned");
        jar.Set(InNews, "chip=news; Secure; SameSite=None; Partitioned");
        Assert.That((jar.Sent(InBank), jar.Sent(InNews), jar.Sent(Jar.Shop)), Is.EqualTo(("chip=bank", "chip=news", (string?)null)));
    }

    [Test]
    public void Partitioned_needs_secure() =>
        Assert.That(Filled(ThirdPartyCookies.Allowed).Set(InBank, "a=1; Partitioned"), Is.EqualTo(CookieRefusal.PartitionedWithoutSecure));

    [Test]
    public void A_frame_of_the_same_site_is_no_third_party([Values] ThirdPartyCookies mode) =>
        Assert.That(Filled(mode).Sent(Jar.Frame(Jar.Shop, "https://login.shop.example/")), Is.EqualTo("own=1"));
}
