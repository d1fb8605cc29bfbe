using KmsiConformance.Clocks;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks;

/// <summary>A clock that is wrong goes as fast as the right one.</summary>
internal sealed class OffClockTests
{
    private static readonly TimeSpan Close = TimeSpan.FromSeconds(5);

    [Test]
    public void It_is_right_until_it_is_put_off_and_then_follows_the_world()
    {
        var world = new WorldClock();
        var clock = new OffClock(world);
        Assert.That(clock.GetUtcNow(), Is.EqualTo(world.GetUtcNow()).Within(Close));

        clock.Off = TimeSpan.FromMinutes(-10);
        world.MoveBy(TimeSpan.FromDays(3));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(world.GetUtcNow().AddMinutes(-10)).Within(Close));
    }

    [Test]
    public void It_may_be_put_right_and_so_go_back()
    {
        var clock = new OffClock(new WorldClock()) { Off = TimeSpan.FromHours(1) };
        var before = clock.GetUtcNow();
        clock.Off = TimeSpan.Zero;
        Assert.That(clock.GetUtcNow(), Is.EqualTo(before.AddHours(-1)).Within(Close));
    }
}
