using KmsiConformance.Runner;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>Who is told to have been too slow: the machine, or nobody.</summary>
internal sealed class LateStepTests
{
    [TestCase(0, false)]
    [TestCase(0.49, false)]
    [TestCase(0.5, true)]
    [TestCase(1, true)]
    public void A_machine_on_which_processors_were_waited_for_half_of_the_time_is_to_blame(double pressure, bool isTheMachines) =>
        Assert.That(LateStep.Of(TimeSpan.FromSeconds(30), pressure, null).IsTheMachines, Is.EqualTo(isTheMachines));

    [Test]
    public void It_is_told_with_the_load() => Assert.That(
        LateStep.Of(TimeSpan.FromSeconds(96), 0.8, "load 12 on 2 cores").Words,
        Is.EqualTo("this machine was too slow: the step did not end within 96 s of real time, and for 80 % of it somebody waited for a "
            + "processor (load 12 on 2 cores)"));

    [Test]
    public void Nobody_is_blamed_where_there_was_room() => Assert.That(
        LateStep.Of(TimeSpan.FromSeconds(30), 0.1, "load 1 on 2 cores").Words,
        Is.EqualTo("the step did not end within 30 s of real time"));
}
