using System.Text;
using KmsiConformance.Reference.Kernel.Accounts;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.Kernel.Accounts;

public sealed class OneTimeCodesTests
{
    private static readonly OneTimeCodes Published = new(Encoding.ASCII.GetBytes("12345678901234567890"));

    // RFC 6238, appendix B: the last six of the eight digits there.
    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void Codes_are_those_of_the_specification(long second, string code) =>
        Assert.That(Published.At(DateTimeOffset.FromUnixTimeSeconds(second)), Is.EqualTo(code));

    [Test]
    public void A_code_counts_in_its_half_minute_and_the_next()
    {
        var shown = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Published.At(shown);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Published.Accepts(code, shown), Is.Not.Null);
            Assert.That(Published.Accepts(code, shown.AddSeconds(59)), Is.EqualTo(Published.Accepts(code, shown)));
            Assert.That(Published.Accepts(code, shown.AddSeconds(60)), Is.Null);
            Assert.That(Published.Accepts(code, shown.AddSeconds(-1)), Is.Null);
            Assert.That(Published.Accepts("", shown), Is.Null);
        }
    }
}
