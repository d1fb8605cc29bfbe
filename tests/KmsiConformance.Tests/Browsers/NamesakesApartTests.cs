using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Firefox;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>Firefox lists cookies of several partitions without naming them; each must stay itself from reading to reading.</summary>
internal sealed class NamesakesApartTests
{
    private static readonly StoredCookie First = new("app", "one", "shop.localhost", "/", null, true, true, "None");
    private static readonly StoredCookie Second = First with { Value = "two" };

    private readonly NamesakesApart _namesakes = new();

    [Test]
    public void A_cookie_without_a_namesake_is_in_no_partition() =>
        Assert.That(_namesakes.Tell([First]).Single().Partition, Is.Null);

    [Test]
    public void Namesakes_of_one_reading_are_two_cookies() =>
        Assert.That(_namesakes.Tell([First, Second]).Select(cookie => cookie.Identity), Is.Unique);

    [Test]
    public void Namesakes_with_equal_values_are_two_cookies_too() =>
        Assert.That(_namesakes.Tell([First, First]).Select(cookie => cookie.Identity), Is.Unique);

    [Test]
    public void Which_one_is_gone_is_told_by_the_value_of_the_other()
    {
        var before = _namesakes.Tell([First, Second]).Single(cookie => cookie.Value == "two");
        var after = _namesakes.Tell([Second]).Single();
        Assert.That(after.Identity, Is.EqualTo(before.Identity));
    }

    [Test]
    public void A_renewed_cookie_stays_where_it_was()
    {
        var before = _namesakes.Tell([First, Second]);
        var after = _namesakes.Tell([Second, First with { Value = "three" }]);
        Assert.That(after.Single(cookie => cookie.Value == "three").Identity,
            Is.EqualTo(before.Single(cookie => cookie.Value == "one").Identity));
    }
}
