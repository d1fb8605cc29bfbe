using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutIsAskedAboutFirstTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignOutIsAskedAboutFirst("groceries"))
            .Passes("the question whether to sign out", AtLogout, Question with { Kind = "confirm-sign-out" })
            .Fails("a sign-out without a question", AtLogout, Back, AppPage)
            .CannotTell("a page that nobody recognises", AtLogout, OddPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
