using KmsiConformance.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class WordingTests
{
    [TestCase(0, "0 s")]
    [TestCase(45, "45 s")]
    [TestCase(60, "1 min")]
    [TestCase(65, "1 min 5 s")]
    [TestCase(1263, "21 min")]
    [TestCase(7500, "2 h 5 min")]
    [TestCase(7200, "2 h")]
    [TestCase((7 * 86_400) - 60, "6 d 23:59")]
    [TestCase((7 * 86_400) + 3, "7 d")]
    [TestCase((7 * 86_400) + 60, "7 d 0:01")]
    public void A_span_is_told_in_two_units(int seconds, string words) =>
        Assert.That(Wording.Span(TimeSpan.FromSeconds(seconds)), Is.EqualTo(words));

    [TestCase(85, "85 ms")]
    [TestCase(2_440, "2.4 s")]
    [TestCase(200_000, "3 min 20 s")]
    public void A_real_duration_is_told_in_the_unit_that_fits(long milliseconds, string words) =>
        Assert.That(Wording.Took(milliseconds), Is.EqualTo(words));
}
