using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Mutants;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.Mutants;

/// <summary>Every decision has its mutants, whoever adds it, and each mutant decides otherwise.</summary>
internal sealed class MutantListTests
{
    // Nothing is decided there, or nothing but nothing.
    private static readonly string[] WithoutMutants =
    [
        "Notification.BeforeAnswerAsync", "Federation.SignOutAddressWithout", "SessionCookie.Unpresented", "Authorize.Satisfied",
        "SecondFactor.HalfMinutesLate",
    ];

    private static IEnumerable<DecisionPoint> Points => AppDomain.CurrentDomain.GetAssemblies()
        .Where(room => room.GetName().Name!.StartsWith("KmsiConformance.Reference.", StringComparison.Ordinal))
        .SelectMany(room => room.GetTypes()).Where(type => type.BaseType == typeof(RuleTopic)).SelectMany(DecisionPoint.Of);

    [Test]
    public void Every_decision_has_mutants() => Assert.That(
        Points.Select(point => point.Name).Except(MutantList.All.Select(MutantList.PointOf)), Is.EquivalentTo(WithoutMutants),
        "let Mutants/Changes.cs know what values of the member's type can be instead");

    [TestCase("Session.ServerLifetime/half-when-kept")]
    [TestCase("Session.BothGatesMustPass/opposite")]
    [TestCase("Session.UseCounts/never-when-session-is-kept")]
    [TestCase("Session.PeriodStart/as-before-signed-in-at")]
    [TestCase("Session.HasExpired/now-two-minutes-less")]
    [TestCase("Session.Joined/participants-empty-when-silently")]
    [TestCase("Session.Ticked/as-before-box-ticked")]
    [TestCase("Session.KeyFor/as-the-first-time")]
    [TestCase("SessionCookie.SessionCookieUnder/http-only-opposite-when-renewed")]
    [TestCase("StaySignedIn.Heeds/never-when-guest")]
    [TestCase("SecondFactor.DemandsSecondFactor/always")]
    [TestCase("Notification.Notified/without-the-last")]
    public void A_kind_of_change_is_among_them(string mutant) => Assert.That(MutantList.All, Does.Contain(mutant));

    [TestCase("TokenEndpoint.SpendsCodes/always", "is what the rules say")]
    [TestCase("Token.AuthTime/as-credentials-given", "is what the rules say")]
    [TestCase("SecondFactor.AcceptsCode/always-when-right", "is what the rules say")]
    public void What_changes_nothing_is_not(string mutant, string because) =>
        Assert.That(MutantList.All, Does.Not.Contain(mutant), because);

    [Test]
    public void The_first_time_is_that_of_one_service()
    {
        var (one, other) = (Sessions("Session.CookieLifetime/as-the-first-time"), Sessions("Session.CookieLifetime/as-the-first-time"));
        var settings = new KmsiConformance.Policies.SessionSettings(
            KmsiConformance.Policies.SsoScope.Tenant, 7, KmsiConformance.Policies.ExpiryType.Rolling, 1200);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.CookieLifetime(settings, kept: true), Is.EqualTo(TimeSpan.FromDays(7)));
            Assert.That(one.CookieLifetime(settings, kept: false), Is.EqualTo(TimeSpan.FromDays(7)));
            Assert.That(other.CookieLifetime(settings, kept: false), Is.Null);
        }
    }

    private static SessionRules Sessions(string mutant) =>
        (SessionRules)Deviations.Topics([MutantList.Find(mutant)!.Deviates()], KnownProfiles.Default).Single();
}
