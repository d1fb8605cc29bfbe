using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutOutcomeTests
{
    private static readonly RequestCompleted AtApp = new(1, "GET", "https://groceries.localhost/sign-out", "groceries", "top-level", 302,
        null, null);
    private static readonly RequestCompleted AtLogin = new(2, "GET", "https://login.localhost/logout", "login", "top-level", 200, 1, null);
    private static readonly RequestCompleted AtStranger = new(3, "GET", "https://stranger.localhost/", "stranger.localhost", "top-level",
        200, null, null);
    private static readonly AppReturned Back = new("groceries", true);
    private static readonly AppNotified Told = new("pharmacy", "GET", true, true, null, null, 200);
    private static readonly PageShown Error = new("https://login.localhost/logout", "login", "error", "Error", null, "AADB2C90272");

    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData("signed-out", new Event[] { AtApp, AtLogin, Back }).SetName("There_and_back_is_signed_out"),
        new TestCaseData("stuck", new Event[] { AtApp, Back }).SetName("Back_without_having_been_there_is_not_signed_out"),
        new TestCaseData("stuck", new Event[] { AtApp, AtLogin with { Context = "frame" }, Back })
            .SetName("A_frame_is_not_a_visit_to_the_logout_endpoint"),
        new TestCaseData("stuck", new Event[] { AtApp, AtLogin, Back with { StateMatches = false } })
            .SetName("A_foreign_state_is_not_signed_out"),
        new TestCaseData("refused", new Event[] { AtApp, AtLogin, Error }).SetName("An_error_page_is_a_refusal"),
        new TestCaseData("sent-elsewhere", new Event[] { AtApp, AtLogin, AtStranger, Error })
            .SetName("A_visit_to_a_stranger_counts_whatever_is_shown_afterwards"),
        new TestCaseData("signed-out-page", new Event[] { AtApp, AtLogin, Error with { Kind = "signed-out" } })
            .SetName("Staying_on_the_signed_out_page_is_no_return"),
        new TestCaseData("sent-elsewhere", new Event[] { AtApp, AtLogin, Error with { Kind = "left", Url = "javascript:alert(1)" } })
            .SetName("A_script_is_no_return"),
        new TestCaseData("sent-elsewhere", new Event[] { AtApp, AtLogin, Error with { Kind = "app", Site = "groceries" } })
            .SetName("Another_page_of_the_app_is_no_return"),
        new TestCaseData("asked", new Event[] { AtApp, AtLogin, Error with { Kind = "confirm-sign-out" } })
            .SetName("A_question_whether_to_sign_out_is_one"),
        new TestCaseData("stuck", new Event[] { AtApp, AtLogin, Error with { Kind = "credentials" } })
            .SetName("A_page_that_asks_for_credentials_is_no_sign_out"),
        new TestCaseData("signed-out", new Event[] { AtApp, AtLogin, AtStranger with { Context = "frame" }, Back })
            .SetName("A_strangers_frame_leads_nowhere"),
        new TestCaseData("refused", new Event[] { AtApp, AtLogin, Back with { App = "pharmacy" }, Error })
            .SetName("The_return_of_another_app_is_none"),
        new TestCaseData("stuck", new Event[] { AtApp, AtLogin, Back, Back with { StateMatches = false } })
            .SetName("The_last_of_two_returns_counts"),
        new TestCaseData("refused", new Event[] { AtApp, AtLogin, Error with { Kind = "confirm-sign-out" }, Error })
            .SetName("The_last_of_two_pages_counts"),
        new TestCaseData("signed-out", new Event[] { AtApp, AtLogin, AtStranger with { Site = "pharmacy" }, Told, Back })
            .SetName("The_way_through_an_app_that_is_told_leads_back"),
        new TestCaseData("unknown", new Event[] { AtApp, AtLogin, Error with { Kind = "unknown" } })
            .SetName("A_page_nobody_recognises_is_no_evidence_of_sign_out"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_ledger_decides(string outcome, Event[] step) =>
        Assert.That(SignOutOutcome.Of(step, "groceries").Kind, Is.EqualTo(outcome));

    [Test]
    public void An_outcome_nobody_recognises_passes_for_no_expectation()
    {
        Event[] step = [AtApp, AtLogin];
        foreach (var expectation in new[] { "signed-out", "signed-out-page", "refused", "no-redirect", "sent-elsewhere" })
            Assert.That(SignOutCheck.For(expectation, "groceries").Judge(new Evidence(step, step, default)).Verdict,
                Is.EqualTo(Verdict.CantTell));
    }
}
