using KmsiConformance.Checks.Federation;
using KmsiConformance.Checks.Renewal;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks.SignOut;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks;

/// <summary>What a scenario expects is judged by the check of that name, and by no other.</summary>
internal sealed class ExpectationTests
{
    [TestCase("silent", typeof(SignInIsSilent))]
    [TestCase("prompt", typeof(CredentialsAreAskedFor))]
    [TestCase("app-session", typeof(AppSessionAnswersAlone))]
    [TestCase("prompt-at-provider", typeof(ProviderAsksForCredentials))]
    [TestCase("silent-at-provider", typeof(ProviderAsksForNothing))]
    [TestCase("signed-in", typeof(CredentialsAreAccepted))]
    [TestCase("second-factor", typeof(SecondFactorIsDemanded))]
    [TestCase("second-factor-given", typeof(SecondFactorIsEnough))]
    [TestCase("abandoned", typeof(AbandonedSignInGivesNothing))]
    [TestCase("interrupted", typeof(AnotherQuestionComesBetween))]
    [TestCase("silent-or-ended", typeof(SessionInUseAnswersOrHasEnded))]
    [TestCase("nobody-signed-in", typeof(NobodyIsSignedIn))]
    [TestCase("rejected", typeof(CredentialsAreRejected))]
    [TestCase("error: login_required", typeof(ErrorReachesTheApp))]
    public void An_expectation_of_a_visit_has_its_check(string expectation, Type check) =>
        Assert.That(VisitChecks.For(expectation, "groceries"), Is.TypeOf(check));

    [TestCase("signed-out", typeof(SignOutComesBackToTheApp))]
    [TestCase("refused", typeof(SignOutIsRefusedWithoutRedirect))]
    [TestCase("no-redirect", typeof(SignOutLeadsToNoRedirect))]
    [TestCase("signed-out-page", typeof(SignOutEndsAtTheLoginEndpoint))]
    [TestCase("asked", typeof(SignOutIsAskedAboutFirst))]
    [TestCase("sent-elsewhere", typeof(SignOutGoesWhereItWasTold))]
    public void An_expectation_of_a_sign_out_has_its_check(string expectation, Type check) =>
        Assert.That(SignOutCheck.For(expectation, "groceries"), Is.TypeOf(check));

    [TestCase("renewed", typeof(TokensAreRenewed))]
    [TestCase("error: login_required", typeof(RenewalIsRefused))]
    public void An_expectation_of_a_renewal_has_its_check(string expectation, Type check) =>
        Assert.That(RenewalCheck.For(expectation, "groceries"), Is.TypeOf(check));

    [Test]
    public void What_is_no_expectation_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => VisitChecks.For("stuck", "groceries"), Throws.ArgumentException);
            Assert.That(() => SignOutCheck.For("silent", "groceries"), Throws.ArgumentException);
            Assert.That(() => RenewalCheck.For("silent", "groceries"), Throws.ArgumentException);
        }
    }
}
