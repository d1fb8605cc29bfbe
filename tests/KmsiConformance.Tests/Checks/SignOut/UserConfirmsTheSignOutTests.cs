using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class UserConfirmsTheSignOutTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new UserConfirmsTheSignOut())
            .Passes(
                "a question that was answered",
                Step, AtLogout, Question with { Kind = "confirm-sign-out" }, SignOutConfirmed, SignedOutPage)
            .Fails("nobody who asked", Step, AtLogout, SignedOutPage)
            .Fails("another question", Step, AtLogout, Question, QuestionAnswered, SignedOutPage)
            .Fails("a question that was answered in an earlier step", Step, AtLogout, SignOutConfirmed, Step, SignedOutPage)
            .CannotTell("no page at all", Step, AtLogout)
            .CannotTell("no page since an earlier step", Step, AtLogout, SignOutConfirmed, SignedOutPage, Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
