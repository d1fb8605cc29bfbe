using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class RefusedConsentGivesNothingTests : CheckTests
{
    // Refused in a step before.
    private static readonly Event[] Refusal =
        [Step, Visited, AskedLogin, Prompt, Posted, Consent, ConsentRefused, OAuthError("access_denied"), AppPage];

    private static readonly Event[] SignInAgain = [.. Refusal, Step, Visited, AskedLogin, Prompt, Posted];

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RefusedConsentGivesNothing("groceries", "access_denied"))
            .Passes("access_denied after a refusal", Refusal)
            .Passes("the same again", [.. SignInAgain, Consent, ConsentRefused, OAuthError("access_denied"), AppPage])
            .Fails("another error", Step, Visited, AskedLogin, Consent, ConsentRefused, OAuthError("server_error"), AppPage)
            .Fails("a state that was not sent",
                Step, Visited, AskedLogin, Consent, ConsentRefused, OAuthError("access_denied") with { StateMatches = false }, AppPage)
            .Fails("an error page in place of an answer", Step, Visited, AskedLogin, Consent, ConsentRefused, ErrorPage)
            .Fails("the same page again", Step, Visited, AskedLogin, Consent, ConsentRefused, Consent)
            .Fails("a session", Step, Visited, AskedLogin, Prompt, Posted, Consent, ConsentRefused, Code, Began("groceries"), AppPage)
            .Fails("a code whose tokens are refused", Step, Visited, AskedLogin, Consent, ConsentRefused, Code, AppPage)
            .Fails("a sign-in that asks no more", [.. SignInAgain, Code, Began("groceries"), AppPage])
            .CannotTell("a sign-in of somebody else that asks nothing",
                [.. Refusal, Step, Visited, AskedLogin, Prompt, Posted with { User = "bob" }, Code, Began("groceries"), AppPage])
            .CannotTell("a sign-in that asks nothing after consent was given",
                [.. SignInAgain, Consent, ConsentGiven, Code, Began("groceries"), AppPage,
                    Step, Visited, AskedLogin, Code, Began("groceries"), AppPage])
            .Fails("a code, and an error after it",
                Step, Visited, AskedLogin, Consent, ConsentRefused, Code, OAuthError("access_denied"), AppPage)
            .CannotTell("a sign-in that asks no more, of somebody who was let in before that refusal",
                [Step, Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage,
                    .. SignInAgain, Code, Began("groceries"), AppPage])
            .CannotTell("a refusal of what another app asked for",
                [Step, Visited with { App = "pharmacy" }, AskedLogin, Prompt, Posted, Consent, ConsentRefused, Step, Visited, AskedLogin,
                    Prompt, Posted, Code, Began("groceries"), AppPage])
            .CannotTell("no page that asks for consent", Step, Visited, AskedLogin, Prompt, Posted, Code, Began("groceries"), AppPage)
            .CannotTell("no page that asks again, and no session", [.. SignInAgain, OAuthError("server_error"), AppPage])
            .CannotTell("a page that nobody recognises", Step, Visited, AskedLogin, Consent, ConsentRefused, OddPage),
        .. Of(new RefusedConsentGivesNothing("groceries", "any"))
            .Passes("another error", Step, Visited, AskedLogin, Consent, ConsentRefused, OAuthError("consent_required"), AppPage)
            .Fails("an error page", Step, Visited, AskedLogin, Consent, ConsentRefused, ErrorPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
