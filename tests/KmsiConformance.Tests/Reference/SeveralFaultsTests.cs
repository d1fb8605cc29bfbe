using KmsiConformance.Policies;
using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference;

/// <summary>Faults are set together where they decide different points, and refused where they decide the same.</summary>
internal sealed class SeveralFaultsTests
{
    private static readonly SessionSettings Settings = new(SsoScope.Tenant, 7, ExpiryType.Rolling, 1200);

    [Test]
    public void Of_two_topics_each_gets_its_own() => Assert.That(
        Topics("hides-box", "never-expires-on-the-server").Select(topic => topic.Topic),
        Is.EquivalentTo(new[] { typeof(SignInRules), typeof(SessionRules) }));

    [Test]
    public void Of_one_topic_each_decides_its_points_and_hears_of_the_others()
    {
        var sessions = (SessionRules)Topics(
            "lets-the-session-end-keep-alive", "expires-kept-sessions-early", "never-extends-sessions").Single();
        var early = (SessionRules)Topics("expires-kept-sessions-early").Single();
        var less = Settings.KeepAlive!.Value - early.ServerLifetime(Settings, kept: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(less, Is.GreaterThan(TimeSpan.Zero), "otherwise this proves nothing");
            Assert.That(sessions.BothGatesMustPass, Is.True, "the first");
            Assert.That(sessions.ServerLifetime(Settings, kept: true), Is.EqualTo(Settings.Session - less), "the second, over the first");
            Assert.That(sessions.UseExtends(Settings, kept: false), Is.False, "the third");
            Assert.That(sessions.UseExtends(Settings, kept: true), Is.True, "what nobody decides otherwise");
            Assert.That(sessions.Readings, Is.SameAs(KnownProfiles.Default));
        }
    }

    [Test]
    public void A_mutant_goes_with_a_fault()
    {
        var sessions = (SessionRules)Topics("lets-the-session-end-keep-alive", "Session.ServerLifetime/double").Single();
        Assert.That(sessions.ServerLifetime(Settings, kept: true), Is.EqualTo(2 * Settings.Session));
    }

    [TestCase("hides-box nonsense", "There is no fault 'nonsense'")]
    [TestCase("hides-box hides-box", "hides-box is named twice")]
    [TestCase("keeps-twice-as-long expires-kept-sessions-late", "decide the same point, Session.")]
    [TestCase("keeps-twice-as-long Session.ServerLifetime/half", "decide the same point, Session.ServerLifetime")]
    public void What_does_not_go_together_is_refused_with_the_reason(string faults, string says)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FaultList.WhyNot(faults.Split(' ')), Does.Contain(says));
            Assert.That(() => FaultList.Together(faults.Split(' ')), Throws.ArgumentException.With.Message.Contains(says));
        }
    }

    private static IReadOnlyList<RuleTopic> Topics(params string[] faults) =>
        [.. Deviations.Topics(FaultList.Together(faults), KnownProfiles.Default)];
}
