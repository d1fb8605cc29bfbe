using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutLeadsToNoRedirectTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignOutLeadsToNoRedirect("groceries"))
            .Passes("an error page", AtLogout, ErrorPage)
            .Passes("the page for signed-out users", AtLogout, SignedOutPage)
            .Passes("the sign-in page", AtLogout, SignedOutPage with { Kind = "credentials" })
            .Passes("an error page after a question", AtLogout, SignOutConfirmed, AtLogout, ErrorPage)
            .Fails("a question that nobody answered", AtLogout, Question with { Kind = "confirm-sign-out" })
            .Fails("the sign-in page of another site", AtLogout, SignedOutPage with { Kind = "credentials", Site = "contoso" })
            .Fails("a visit to a stranger before the error page", AtLogout, AtStranger, ErrorPage)
            .Fails("a return to the app", AtLogout, Back, AppPage)
            .Fails("a return to the app with a state that it had not sent", AtLogout, Back with { StateMatches = false }, AppPage)
            .Fails("no visit to the login endpoint, whatever page is shown", AppPage)
            .Fails("its page for signed-out users without a visit", SignedOutPage)
            .Fails("the sign-in page of an earlier step", AtLogout, Prompt, Step, AtStranger)
            .Fails("the sign-in page and then the app", AtLogout, Prompt, Back with { StateMatches = false }, AppPage)
            .Fails("the sign-in page and then a question", AtLogout, Prompt, Question with { Kind = "confirm-sign-out" })
            .CannotTell("a page that nobody recognises", AtLogout, OddPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
