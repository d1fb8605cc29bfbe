using KmsiConformance.Checks;
using KmsiConformance.Checks.Renewal;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks;

internal sealed class RenewalTests
{
    private static readonly Event Renewed = new AppRenewed("groceries", "renewed", null);
    private static readonly Event Refused = new AppRenewed("groceries", "error", "interaction_required");
    private static readonly Event Foreign = new AppRenewed("pharmacy", "renewed", null);
    private static readonly Event PageInTheFrame = new RequestCompleted(1, "GET", "https://login.localhost/authorize", "login", "frame", 200, null, null);
    private static readonly Event RedirectInTheFrame = new RequestCompleted(1, "GET", "https://login.localhost/authorize", "login", "frame", 302, null, null);

    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData("renewed", Verdict.Passed, new[] { RedirectInTheFrame, Renewed }).SetName("Fresh_tokens"),
        new TestCaseData("renewed", Verdict.Failed, new[] { RedirectInTheFrame, Refused }).SetName("An_error_is_no_renewal"),
        new TestCaseData("renewed", Verdict.Failed, new[] { PageInTheFrame }).SetName("A_page_in_the_frame_is_no_renewal"),
        new TestCaseData("renewed", Verdict.CantTell, new[] { RedirectInTheFrame }).SetName("No_answer_tells_nothing"),
        new TestCaseData("renewed", Verdict.CantTell, new[] { Foreign }).SetName("Another_apps_tokens_tell_nothing"),
        new TestCaseData("error: interaction_required", Verdict.Passed, new[] { Refused }).SetName("The_error_demanded"),
        new TestCaseData("error: login_required", Verdict.Failed, new[] { Refused }).SetName("Another_error"),
        new TestCaseData("error: interaction_required", Verdict.Failed, new[] { Renewed }).SetName("Tokens_where_an_error_is_demanded"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_ledger_decides(string expectation, Verdict verdict, Event[] step) =>
        Assert.That(RenewalCheck.For(expectation, "groceries").Judge(new Evidence(step, step, default)).Verdict, Is.EqualTo(verdict));
}
