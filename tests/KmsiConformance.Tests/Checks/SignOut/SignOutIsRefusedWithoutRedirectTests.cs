using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutIsRefusedWithoutRedirectTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignOutIsRefusedWithoutRedirect("groceries"))
            .Passes("an error page and no redirect", AtLogout, ErrorPage)
            .Fails("a visit to a stranger before the error page", AtLogout, AtStranger, ErrorPage)
            .Fails("a return to the app", AtLogout, Back, AppPage)
            .CannotTell("a page that nobody recognises", AtLogout, OddPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
