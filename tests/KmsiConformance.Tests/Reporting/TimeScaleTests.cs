using KmsiConformance.Reporting.Timelines;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

public sealed class TimeScaleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Marks_of_one_row_keep_their_distance_even_at_the_same_time()
    {
        var marks = Enumerable.Range(1, 5).Select(i => new Moment(Start, i, "groceries")).ToList();
        var scale = TimeScale.Fit(marks, 100);

        var places = marks.Select(scale.Of).ToList();
        Assert.That(places.Zip(places.Skip(1), (a, b) => b - a), Has.All.GreaterThanOrEqualTo(20));
    }

    [Test]
    public void Later_is_always_further_right_and_a_longer_jump_is_wider()
    {
        Moment[] moments = [At(0, 1), At(60, 2), At(60 + 86_400, 3), At(60 + 86_400 + (90 * 86_400), 4)];
        var scale = TimeScale.Fit(moments, 800);

        var widths = moments.Zip(moments.Skip(1), (a, b) => scale.Of(b) - scale.Of(a)).ToList();
        Assert.That(widths, Is.Ordered.Ascending.And.All.Positive);
        Assert.That(scale.Width, Is.EqualTo(800).Within(1e-6));
    }

    [Test]
    public void Between_two_moments_the_scale_is_linear()
    {
        var scale = TimeScale.Fit([At(0, 1), At(100, 2)], 400);
        Assert.That(scale.Of(Start.AddSeconds(25)), Is.EqualTo(100).Within(1e-6));
        Assert.That(scale.Of(Start.AddSeconds(-5)), Is.Zero);
        Assert.That(scale.Of(Start.AddSeconds(500)), Is.EqualTo(400).Within(1e-6));
    }

    [Test]
    public void Too_many_marks_make_the_scale_wider_instead_of_touching()
    {
        var marks = Enumerable.Range(1, 400).Select(i => new Moment(Start.AddDays(i), i, "groceries")).ToList();
        var scale = TimeScale.Fit(marks, 800);

        Assert.That(scale.Width, Is.GreaterThan(800));
        Assert.That(marks.Zip(marks.Skip(1), (a, b) => scale.Of(b) - scale.Of(a)), Has.All.GreaterThanOrEqualTo(10.9));
    }

    [Test]
    public void A_moved_clock_begins_a_burst_however_little_it_moved()
    {
        var scale = TimeScale.Fit([At(0, 1), new Moment(Start.AddSeconds(5), 2, "World clock", AfterJump: true), At(6, 3)], 400);
        Assert.That(scale.BurstStarts.Select(moment => moment.Sequence), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(scale.Jumps.Single().To.Sequence, Is.EqualTo(2));
    }

    private static Moment At(double seconds, int sequence) => new(Start.AddSeconds(seconds), sequence);
}
