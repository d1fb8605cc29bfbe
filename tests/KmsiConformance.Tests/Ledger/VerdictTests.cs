using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Ledger;

internal sealed class VerdictTests
{
    [Test]
    public void Nothing_rolls_up_to_cant_tell() => Assert.That(Verdicts.RollUp([]), Is.EqualTo(Verdict.CantTell));

    [TestCase(Verdict.Passed, Verdict.Failed, Verdict.Failed)]
    [TestCase(Verdict.Error, Verdict.Failed, Verdict.Failed)]
    [TestCase(Verdict.Passed, Verdict.Error, Verdict.Error)]
    [TestCase(Verdict.Passed, Verdict.CantTell, Verdict.CantTell)]
    [TestCase(Verdict.Passed, Verdict.Warning, Verdict.Warning)]
    [TestCase(Verdict.Passed, Verdict.Inapplicable, Verdict.Passed)]
    [TestCase(Verdict.Skipped, Verdict.Inapplicable, Verdict.Inapplicable)]
    public void The_gravest_verdict_wins_in_either_order(Verdict one, Verdict other, Verdict whole)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Verdicts.RollUp([one, other]), Is.EqualTo(whole));
            Assert.That(Verdicts.RollUp([other, one]), Is.EqualTo(whole));
        });
    }

    [Test]
    public void Every_verdict_has_a_name_and_a_weight()
    {
        Assert.That(Verdicts.Gravest, Is.EquivalentTo(Enum.GetValues<Verdict>()));
        Assert.That(Verdicts.Gravest.Select(verdict => verdict.Text()), Is.Unique);
    }
}
