using KmsiConformance.Runner;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Time;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>What may pass for real while a scenario thinks that no time passes.</summary>
internal sealed class RealTimeSpentTests
{
    private static readonly SettingsInForce Settings = new(TimeSpan.FromDays(1), TimeSpan.FromDays(7));
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(15);
    private static readonly StepPlace Place = new(1, 1, new Dictionary<string, (int, int)>(StringComparer.Ordinal));
    private RealTimeSpent _spent = null!;

    [SetUp]
    public void Begin() => _spent = new RealTimeSpent();

    [Test]
    public void A_step_that_took_too_long_is_not_judged() =>
        Assert.That(_spent.Add(Wait("2 minutes"), Settings, TimeSpan.FromSeconds(16), Most),
            Does.StartWith("the step took 16 s of real time").And.Contains("15 s are judged"));

    [Test]
    public void Steps_that_took_as_long_together_as_a_scenario_stays_clear_of_a_limit_are_not_judged()
    {
        Assert.That(Add("2 minutes", 14), Is.Null);
        Assert.That(Add("2 minutes", 14), Is.Null);
        Assert.That(Add("session - 1 minute", 14), Is.Null);
        Assert.That(Add("2 minutes", 14), Does.StartWith("the steps since the last sign-in or long wait took 56 s"));
    }

    [Test]
    public void Far_from_every_limit_steps_may_take_their_time()
    {
        for (var day = 0; day < 90; day++) Assert.That(Add("25 hours", 1), Is.Null);
        Assert.That(Add("keep-alive - 1 minute", 1), Is.Null);
    }

    [Test]
    public void A_moment_that_was_waited_for_begins_anew()
    {
        for (var minute = 0; minute < 10; minute++) Assert.That(Add("2 minutes", 10), Is.Null);
        var until = new WaitUntilStep(Place, MomentExpression.Parse("start + session - 1 minute"));
        Assert.That(_spent.Add(until, Settings, TimeSpan.FromSeconds(1), Most), Is.Null);
        for (var step = 0; step < 4; step++) Assert.That(Add("2 minutes", 11), Is.Null);
        Assert.That(Add("2 minutes", 1), Is.Not.Null);
    }

    private static WaitStep Wait(string duration) => new(Place, DurationExpression.Parse(duration));

    private string? Add(string wait, int seconds) => _spent.Add(Wait(wait), Settings, TimeSpan.FromSeconds(seconds), Most);
}
