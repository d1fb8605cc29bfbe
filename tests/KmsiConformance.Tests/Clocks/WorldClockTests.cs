using KmsiConformance.Clocks;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks;

internal sealed class WorldClockTests
{
    [Test]
    public void It_starts_at_real_time() =>
        Assert.That(new WorldClock().GetUtcNow(), Is.EqualTo(RealTime.UtcNow).Within(TimeSpan.FromSeconds(1)));

    [Test]
    public void A_move_moves_the_wall_clock_and_nothing_else()
    {
        var clock = new WorldClock();
        var timestamp = clock.GetTimestamp();

        clock.MoveBy(TimeSpan.FromDays(7));
        clock.MoveBy(TimeSpan.FromMinutes(1));

        Assert.That(clock.Offset, Is.EqualTo(new TimeSpan(7, 0, 1, 0)));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(RealTime.UtcNow + clock.Offset).Within(TimeSpan.FromSeconds(1)));
        Assert.That(clock.GetElapsedTime(timestamp), Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task A_clock_that_stands_passes_by_moves_alone()
    {
        var clock = new WorldClock(stands: true);
        var start = clock.GetUtcNow();
        await RealTime.Delay(TimeSpan.FromMilliseconds(20));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(start));
        clock.MoveBy(TimeSpan.FromMinutes(1));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(start + TimeSpan.FromMinutes(1)));
    }

    [Test]
    public void Moving_back_is_refused_and_changes_nothing()
    {
        var clock = new WorldClock();
        Assert.That(() => clock.MoveBy(TimeSpan.FromSeconds(-1)),
            Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("only goes forward"));
        Assert.That(clock.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Moves_from_many_threads_all_count()
    {
        var clock = new WorldClock();
        Parallel.For(0, 1000, _ => clock.MoveBy(TimeSpan.FromSeconds(1)));
        Assert.That(clock.Offset, Is.EqualTo(TimeSpan.FromSeconds(1000)));
    }
}
