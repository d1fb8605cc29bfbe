using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class RefreshIsRefusedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RefreshIsRefused("groceries", "invalid_grant"))
            .Passes("the error demanded", Step, Refreshed("groceries", "invalid_grant"))
            .CannotTell("an answer that the page may not read", Step, Refreshed("groceries", AnswerOutcomes.Unreadable))
            .Fails("another error", Step, Refreshed("groceries", "server_error"))
            .Fails("new tokens", Step, Refreshed("groceries"))
            .Fails("new tokens after the error", Step, Refreshed("groceries", "invalid_grant"), Refreshed("groceries"))
            .CannotTell("an error of another app", Step, Refreshed("pharmacy", "invalid_grant"))
            .CannotTell("no trial in this step", Step, Refreshed("groceries", "invalid_grant"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
