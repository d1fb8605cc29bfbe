using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner;

/// <summary>What a failure is worth where documents demand, and where they only recommend.</summary>
internal sealed class LevelsTests
{
    private static readonly Requirement Must = new("R-1", "Sessions", "MUST", "It ends.", "B2C", "1", ["oidc"], "scenarios", null);
    private static readonly Requirement Should = Must with { Id = "R-2", Level = "SHOULD", Document = "OIDC" };

    [Test]
    public void What_is_only_recommended_is_a_warning_when_it_is_not_done() =>
        Assert.That(Levels.Of(Verdict.Failed, [Should, Should]), Is.EqualTo(Verdict.Warning));

    [Test]
    public void One_demand_among_recommendations_makes_it_a_failure() =>
        Assert.That(Levels.Of(Verdict.Failed, [Should, Must]), Is.EqualTo(Verdict.Failed));

    [Test]
    public void A_failure_of_what_assesses_nothing_stays_one() =>
        Assert.That(Levels.Of(Verdict.Failed, []), Is.EqualTo(Verdict.Failed));

    [Test]
    public void Nothing_but_a_failure_becomes_a_warning([Values] Verdict verdict)
    {
        if (verdict != Verdict.Failed) Assert.That(Levels.Of(verdict, [Should]), Is.EqualTo(verdict));
    }

    [Test]
    public void A_failure_rests_on_demands_alone_and_a_warning_on_what_is_recommended_too()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Levels.Violated(Verdict.Failed, [Should, Must, Must]), Is.EqualTo(Must.Basis));
            Assert.That(Levels.Violated(Verdict.Warning, [Should, Must]), Is.EqualTo($"{Must.Basis}, {Should.Basis}"));
            Assert.That(Levels.Violated(Verdict.Failed, [Should]), Is.Null);
            Assert.That(Levels.Violated(Verdict.CantTell, [Must]), Is.Null);
        }
    }
}
