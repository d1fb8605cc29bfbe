using KmsiConformance.Clocks.Standstills;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks.Standstills;

internal sealed class CpuPressureTests
{
    [TestCase(0, ExpectedResult = 1)]
    [TestCase(5, ExpectedResult = 2.5)]
    [TestCase(10, ExpectedResult = 4)]
    [TestCase(40, ExpectedResult = 4)]
    public double A_limit_is_longer_by_the_share_of_ten_seconds_in_which_somebody_waited(int seconds)
    {
        var (time, waited) = (new TwoClocks(), TimeSpan.FromHours(1));
        var pressure = new CpuPressure(() => waited, time);
        time.Move(TimeSpan.FromSeconds(10));
        waited += TimeSpan.FromSeconds(seconds);
        return pressure.Stretch;
    }

    [Test]
    public void Before_any_time_has_passed_nobody_has_waited() =>
        Assert.That(new CpuPressure(() => TimeSpan.Zero, new TwoClocks()).Share, Is.Zero);

    [Test]
    public void What_begins_now_has_one_to_four_times_as_long() =>
        Assert.That(CpuPressure.Stretched(TimeSpan.FromSeconds(10)), Is.InRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40)));
}
