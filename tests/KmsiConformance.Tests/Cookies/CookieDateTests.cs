using KmsiConformance.Cookies.Parsing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>The date of <c>Expires</c> (5.1.1).</summary>
internal sealed class CookieDateTests
{
    [TestCase("Wed, 09 Jun 2027 10:18:14 GMT", "2027-06-09 10:18:14")]
    [TestCase("Wednesday, 09-Jun-27 10:18:14 GMT", "2027-06-09 10:18:14")]
    [TestCase("Wed Jun  9 10:18:14 2027", "2027-06-09 10:18:14")]
    [TestCase("10:18:14 9 JUNE 27", "2027-06-09 10:18:14")]
    [TestCase("9th june 2027 1:2:3.5+0200", "2027-06-09 01:02:03")]
    [TestCase("1 Jan 70 00:00:00", "1970-01-01 00:00:00")]
    [TestCase("1 Jan 69 00:00:00", "2069-01-01 00:00:00")]
    [TestCase("29 Feb 2028 00:00:00", "2028-02-29 00:00:00")]
    [TestCase("1 Jan 1601 00:00:00", "1601-01-01 00:00:00")]
    public void Dates_are_read_in_any_order_of_their_parts(string text, string expected) =>
        Assert.That(CookieDate.Parse(text)?.ToString("yyyy-MM-dd HH:mm:ss", null), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("never")]
    [TestCase("09 Jun 2027")]
    [TestCase("10:18:14 Jun 2027")]
    [TestCase("9 Jun 10:18:14")]
    [TestCase("30 Feb 2027 00:00:00")]
    [TestCase("29 Feb 2027 00:00:00")]
    [TestCase("0 Jan 2027 00:00:00")]
    [TestCase("32 Jan 2027 00:00:00")]
    [TestCase("1 Jan 2027 24:00:00")]
    [TestCase("1 Jan 2027 00:60:00")]
    [TestCase("1 Jan 2027 00:00:60")]
    [TestCase("1 Jan 1600 00:00:00")]
    [TestCase("1 Jan 20270 00:00:00")]
    [TestCase("1 Jan 2027 10:18")]
    public void What_lacks_a_part_or_exists_in_no_calendar_is_no_date(string text) => Assert.That(CookieDate.Parse(text), Is.Null);
}
