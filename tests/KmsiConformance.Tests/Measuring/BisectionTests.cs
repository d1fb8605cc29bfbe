using Bogus;
using KmsiConformance.Measuring;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

[Parallelizable(ParallelScope.All)]
internal sealed class BisectionTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    // Another chance each day, and the same all day long. Lives differ by orders of magnitude.
    private static readonly Randomizer Chance = new(TimeProvider.System.GetUtcNow().DayOfYear);

    private static TimeSpan End() =>
        TimeSpan.FromSeconds(Math.Exp(Chance.Double(Math.Log(120), Math.Log(TimeSpan.FromDays(399).TotalSeconds))));

    [Test]
    public void The_end_lies_within_a_minute_whatever_is_promised([Range(0, 3)] int hints)
    {
        for (var tried = 0; tried < 500; tried++)
        {
            var (end, promised) = (End(), Enumerable.Range(0, hints).Select(_ => End()).ToList());
            var found = Find(age => age < end, promised);
            Assert.That(found.Unstable, Is.False);
            Assert.That(found.Lower, Is.LessThan(end));
            Assert.That(found.Upper, Is.InRange(end, found.Lower + TimeSpan.FromMinutes(1)));
        }
    }

    [Test]
    public void Two_looks_are_enough_where_it_ends_as_promised()
    {
        // And two more looks at both ages.
        var end = End();
        Assert.That(Find(age => age < end, [end]).Probes, Is.EqualTo(6));
    }

    [Test]
    public void What_outlives_all_looks_has_no_end()
    {
        var found = Find(_ => true, [TimeSpan.FromDays(14)]);
        Assert.That(found, Is.EqualTo(new Bounds(Longest, null, found.Probes, Unstable: false)));
    }

    // Alive a moment before its end, and looked at again a little later than the first time.
    [Test]
    public void What_ends_while_it_is_looked_at_is_not_unstable()
    {
        var (end, took) = (TimeSpan.FromHours(10), TimeSpan.Zero);
        var finding = Bisection.FindAsync(
            age => Task.FromResult(new Probe(age + took < end ? Seen.SignedIn : Seen.Asked, age, age + took + TimeSpan.FromSeconds(1))),
            [end + (Bisection.Resolution / 2) - TimeSpan.FromSeconds(1)], Longest, _ => { }, () =>
            {
                took = TimeSpan.FromSeconds(3);
                return Task.CompletedTask;
            });
        Assert.That(finding.Result.Unstable, Is.False);
    }

    [Test]
    public void What_is_dead_at_once_ends_at_once()
    {
        var found = Find(_ => false, []);
        Assert.That(found.Lower, Is.EqualTo(TimeSpan.Zero));
        Assert.That(found.Upper, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
    }

    private static readonly TimeSpan[] Others = [TimeSpan.FromHours(5), TimeSpan.FromHours(11)];

    [TestCaseSource(nameof(Others))]
    public void What_ends_now_here_and_now_there_is_unstable(TimeSpan other)
    {
        var end = TimeSpan.FromHours(10);
        var found = Find(age => age < end, [], () =>
        {
            end = other;
            return Task.CompletedTask;
        });
        Assert.That(found.Unstable, Is.True);
    }

    private static Bounds Find(Func<TimeSpan, bool> isAlive, IReadOnlyList<TimeSpan> hints, Func<Task>? later = null)
    {
        var finding = Bisection.FindAsync(
            age => Task.FromResult(new Probe(isAlive(age) ? Seen.SignedIn : Seen.Asked, age, age)), hints, Longest, _ => { },
            later ?? (() => Task.CompletedTask));
        Assert.That(finding.IsCompleted, Is.True);
        return finding.Result;
    }
}
