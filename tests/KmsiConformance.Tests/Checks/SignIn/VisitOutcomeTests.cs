using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks.SignIn;

/// <summary>The verdict on a visit rests on all the facts together: each test takes one fact away or turns it round.</summary>
internal sealed class VisitOutcomeTests
{
    private static readonly AppVisited Visited = new("groceries", false);
    private static readonly RequestCompleted Asked = new(2, "GET", "https://login.localhost/authorize", "login", "top-level", 302, 1, null);
    private static readonly AppAnswered Code = new("groceries", "code", null, null, true);
    private static readonly AppSessionStarted Started = new("groceries", "alice", new Dictionary<string, string>());
    private static readonly PageShown Prompt = new("https://login.localhost/authorize", "login", "credentials", "Sign in", true, null);
    private static readonly PageShown AppPage = new("https://groceries.localhost/welcome", "groceries", "app", "Signed in", null, null);
    private static readonly ProviderChosen Chosen = new("contoso");
    private static readonly ProviderPrompted Asking = new("contoso");
    private static readonly PageShown ProviderPage = new("https://contoso.localhost/authorize", "contoso", "credentials", "Sign in",
        false, null);
    private static readonly CredentialsPosted Posted = new("login", "alice", true);

    private static readonly PageShown Factor = Prompt with { Kind = "second-factor", KeepMeSignedIn = null };
    private static readonly PageShown Question = Factor with { Kind = "stay-signed-in" };
    private static readonly InterruptAbandoned Left = new("login", "stay-signed-in");
    private static readonly InterruptAnswered Answered = new("login", "stay-signed-in", "yes", null, false);
    private static readonly AppAnswered Failed = new("groceries", "error", "interaction_required", null, true);
    private static readonly AppRejectedTokens Refusal = new("groceries", "nonce");
    private static readonly InterruptAnswered Given = new("login", "second-factor", "verify", null, false);

    private static readonly PageShown Notice = Factor with { Kind = "notice", Title = "Renew your session" };
    private static readonly InterruptAnswered GoneOn = new("login", "notice", "continue", null, true);

    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData("interrupted", new Event[] { Visited, Asked, Notice, GoneOn, Notice, GoneOn, Notice })
            .SetName("A_notice_that_comes_again_whenever_it_is_gone_on_from_is_a_question_without_end"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Notice with { Title = "Terms" }, GoneOn, Notice, GoneOn, Notice })
            .SetName("Notices_that_differ_may_still_lead_somewhere"),
        new TestCaseData("signed-in", new Event[] { Visited, Asked, Prompt, Posted, Factor, Given, Code, Started, AppPage })
            .SetName("A_second_factor_after_the_password_is_a_sign_in"),
        new TestCaseData("second-factor-given", new Event[] { Visited, Asked, Factor, Given, Code, Started, AppPage })
            .SetName("A_second_factor_alone_is_not_silent"),
        new TestCaseData("second-factor", new Event[] { Visited, Asked, Prompt, Posted, Factor, Given, Factor })
            .SetName("A_second_factor_that_is_asked_for_again_was_wrong"),
        new TestCaseData("second-factor", new Event[] { Visited, Asked, Factor }).SetName("A_second_factor_page_is_no_credential_page"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Factor with { Site = "stranger.localhost" } })
            .SetName("A_stranger_that_asks_for_a_second_factor_is_no_evidence"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Factor, Code, Started, AppPage })
            .SetName("A_session_after_an_unanswered_question_is_not_silent"),
        new TestCaseData("silent", new Event[] { Visited, Asked, Code, Started, AppPage }).SetName("A_fresh_code_without_a_page_is_silent"),
        new TestCaseData("prompt", new Event[] { Visited, Asked, Prompt }).SetName("A_credential_page_is_a_prompt"),
        new TestCaseData("signed-in", new Event[] { Visited, Asked, Prompt, Posted, Code, Started, AppPage })
            .SetName("Posted_credentials_and_a_session_are_a_sign_in"),
        new TestCaseData("rejected", new Event[] { Visited, Asked, Prompt, Posted, Prompt with { Message = "wrong" } })
            .SetName("Posted_credentials_and_the_same_page_are_a_rejection"),
        new TestCaseData("app-session", new Event[] { Visited with { HasSession = true }, AppPage })
            .SetName("An_app_session_without_a_request_to_the_login_host_answers_alone"),
        new TestCaseData("unknown", new Event[] { Visited with { HasSession = true }, Asked, AppPage })
            .SetName("An_app_session_that_still_asks_the_login_host_is_no_evidence"),
        new TestCaseData("unknown", new Event[] { Visited, Code, Started, AppPage })
            .SetName("A_session_without_a_request_to_the_login_host_is_not_silent"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Prompt, Code, Started, AppPage })
            .SetName("A_session_after_an_unanswered_prompt_is_not_silent"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Prompt with { Site = "stranger.localhost" } })
            .SetName("A_stranger_that_asks_for_credentials_is_not_a_prompt"),
        new TestCaseData("app-session", new Event[] { Visited with { HasSession = true }, Asked with { Context = "subresource" }, AppPage })
            .SetName("A_picture_still_loading_from_the_login_host_is_not_a_question"),
        new TestCaseData("unknown", new Event[] { Visited, Asked with { Context = "subresource" }, Code, Started, AppPage })
            .SetName("A_picture_from_the_login_host_does_not_make_a_session_silent"),
        new TestCaseData("unknown", new Event[] { Asked, AppPage }).SetName("A_visit_that_never_reached_the_app_is_no_evidence"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, AppPage with { Kind = "unknown", Site = "login" } })
            .SetName("A_page_nobody_recognises_is_no_evidence"),
        new TestCaseData("unknown", new Event[] { Visited, Asked }).SetName("No_page_at_all_is_no_evidence"),
        new TestCaseData("error", new Event[] { Visited, Asked, Code with { StateMatches = false }, Started })
            .SetName("A_foreign_state_is_an_error_even_with_a_session"),
        new TestCaseData("error", new Event[] { Visited, Asked, new AppAnswered("groceries", "error", "interaction_required", null, true),
            AppPage }).SetName("An_oauth_error_is_an_error"),
        new TestCaseData("error", new Event[] { Visited, Asked, Code, new AppRejectedTokens("groceries", "nonce"), AppPage })
            .SetName("Refused_tokens_are_an_error"),
        new TestCaseData("unknown", new Event[] { Visited with { App = "pharmacy" }, Asked, Code, Started })
            .SetName("Another_apps_visit_is_no_evidence"),
        new TestCaseData("prompt-at-provider", new Event[] { Visited, Asked, Asking, ProviderPage })
            .SetName("A_page_that_the_provider_says_it_showed_is_a_prompt_there"),
        new TestCaseData("prompt-at-provider", new Event[] { Visited, Asked, Prompt, Chosen, Asking, ProviderPage })
            .SetName("A_provider_that_was_chosen_and_asks_is_a_prompt_there"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, ProviderPage })
            .SetName("A_page_that_the_provider_knows_nothing_of_is_no_evidence"),
        new TestCaseData("silent-at-provider", new Event[] { Visited, Asked, Prompt, Chosen, Code, Started, AppPage })
            .SetName("A_chosen_provider_that_does_not_ask_is_silent_there"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Prompt, Chosen, Prompt, Code, Started, AppPage })
            .SetName("A_credential_page_after_the_choice_is_not_silent"),
        new TestCaseData("signed-in", new Event[] { Visited, Asked, Prompt, Chosen, Asking, ProviderPage, Posted with { Site = "contoso" },
            Code, Started, AppPage }).SetName("Credentials_posted_at_the_provider_are_a_sign_in"),
        new TestCaseData("rejected", new Event[] { Visited, Asked, Asking, ProviderPage, Posted with { Site = "contoso" }, ProviderPage })
            .SetName("Credentials_posted_at_the_provider_and_the_same_page_are_a_rejection"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Prompt, Posted, ProviderPage })
            .SetName("Credentials_that_the_login_host_got_were_not_rejected_by_a_stranger"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, new ProviderPrompted("fabrikam"), ProviderPage })
            .SetName("A_page_that_another_provider_says_it_showed_is_no_evidence"),
        new TestCaseData("rejected", new Event[] { Visited, Asked, Prompt, new UserNamePosted("login", "alice"), Prompt })
            .SetName("A_user_name_alone_and_the_same_page_are_a_rejection"),
        new TestCaseData("signed-in", new Event[] { Visited, Asked, Prompt, new UserNamePosted("login", "alice"), Code, Started, AppPage })
            .SetName("A_user_name_alone_and_a_session_are_a_sign_in"),
        new TestCaseData("prompt", new Event[] { Visited, Asked, Started with { App = "pharmacy" }, Prompt })
            .SetName("The_session_of_another_app_is_none_of_this_one"),
        new TestCaseData("silent", new Event[] { Visited, Asked, Code, Refusal with { App = "pharmacy" }, Started, AppPage })
            .SetName("What_another_app_refuses_is_no_error_of_this_one"),
        new TestCaseData("silent", new Event[] { Visited, Asked, Failed with { App = "pharmacy" }, Code, Started, AppPage })
            .SetName("The_error_of_another_app_is_none_of_this_one"),
        new TestCaseData("silent", new Event[] { Visited, Asked, Code, Started, AppPage, Failed with { App = "pharmacy" } })
            .SetName("A_later_error_of_another_app_is_none_of_this_one"),
        new TestCaseData("silent", new Event[] { Visited, Asked, Failed, Code, Started, AppPage })
            .SetName("The_last_of_two_answers_counts"),
        new TestCaseData("error", new Event[] { Visited with { HasSession = true }, Asked, Failed, AppPage })
            .SetName("An_error_is_an_error_even_where_the_app_has_a_session"),
        new TestCaseData("app-session", new Event[] { Visited with { HasSession = true }, Asked with { Site = "contoso" }, AppPage })
            .SetName("A_request_to_another_site_is_not_a_question_to_the_login_host"),
        new TestCaseData("app-session", new Event[] { Visited with { HasSession = true }, Visited, Prompt })
            .SetName("The_first_of_two_visits_counts"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Question, Answered, Code, Started, AppPage })
            .SetName("A_question_in_between_without_credentials_is_not_silent"),
        new TestCaseData("second-factor-given", new Event[] { Visited, Asked, Question, Answered, Factor, Given, Code, Started, AppPage })
            .SetName("A_second_factor_after_another_question_was_given"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Factor, Given, Question, Answered, Code, Started, AppPage })
            .SetName("Another_question_after_the_second_factor_is_not_the_second_factor_alone"),
        new TestCaseData("silent", new Event[] { Visited, Asked, ProviderPage with { Kind = "unknown" }, Code, Started, AppPage })
            .SetName("A_page_of_another_site_in_between_does_not_ask"),
        new TestCaseData("silent-at-provider", new Event[] { Visited, Asked, Prompt, Chosen, Asked, Question, Code, Started, AppPage })
            .SetName("A_page_after_the_choice_that_asks_for_no_credentials_is_silent_at_the_provider"),
        new TestCaseData("silent-at-provider", new Event[] { Visited, Prompt, Chosen, Asked, Prompt, Chosen with { }, Code, Started })
            .SetName("What_came_before_the_last_choice_was_answered_by_it"),
        new TestCaseData("abandoned", new Event[] { Visited, Asked, Prompt, Posted, Question, Left })
            .SetName("A_question_that_was_left_is_abandoned"),
        new TestCaseData("prompt", new Event[] { Visited, Asked, Question, Left, Prompt })
            .SetName("A_question_that_was_left_for_a_prompt_is_a_prompt"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Code, Question, Left })
            .SetName("A_question_that_was_left_after_an_answer_is_no_evidence"),
        new TestCaseData("abandoned", new Event[] { Visited, Asked, Question, Left, Factor, Left with { Interrupt = "second-factor" } })
            .SetName("The_last_of_two_questions_was_left"),
        new TestCaseData("interrupted", new Event[] { Visited, Asked, Question }).SetName("Whether_to_stay_signed_in_comes_between"),
        new TestCaseData("interrupted", new Event[] { Visited, Asked, Question with { Kind = "consent" } })
            .SetName("Consent_comes_between"),
        new TestCaseData("interrupted", new Event[] { Visited, Asked, Question with { Kind = "select-account" } })
            .SetName("The_choice_between_accounts_comes_between"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Code, Question })
            .SetName("A_question_although_there_was_an_answer_is_no_evidence"),
        new TestCaseData("error", new Event[] { Visited, Asked, Prompt with { Kind = "error" } }).SetName("An_error_page_is_an_error"),
        new TestCaseData("error", new Event[] { Visited, Asked, ProviderPage with { Kind = "error" } })
            .SetName("An_error_page_of_the_provider_is_an_error"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, ProviderPage with { Kind = "consent" } })
            .SetName("A_question_of_another_site_does_not_come_between"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Asking, ProviderPage with { Kind = "unknown" } })
            .SetName("A_page_of_the_provider_that_nobody_recognises_is_no_prompt_there"),
        new TestCaseData("unknown", new Event[] { Visited, Asked, Posted with { Site = "contoso" }, ProviderPage with { Kind = "app" } })
            .SetName("Another_page_of_the_provider_is_no_evidence"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_ledger_decides(string outcome, Event[] step)
    {
        Assert.That(VisitOutcome.Of(step, "groceries").Kind, Is.EqualTo(outcome));
    }

    [Test]
    public void An_outcome_nobody_recognises_is_cant_tell_for_every_expectation()
    {
        foreach (var expectation in new[] { "silent", "prompt", "app-session", "signed-in", "rejected", "error: interaction_required" })
        {
            var judged = VisitChecks.For(expectation, "groceries").Judge(new Evidence([], [Visited, Asked], default));
            Assert.That(judged.Verdict, Is.EqualTo(Verdict.CantTell), expectation);
        }
    }

    [Test]
    public void Another_error_than_the_one_expected_fails()
    {
        Event[] step = [Visited, Asked, new AppAnswered("groceries", "error", "server_error", null, true)];
        var judged = VisitChecks.For("error: interaction_required", "groceries").Judge(new Evidence(step, step, default));
        Assert.That(judged.Verdict, Is.EqualTo(Verdict.Failed));
        Assert.That(judged.Actual, Does.Contain("server_error"));
    }
}
