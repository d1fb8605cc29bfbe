using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class RefreshGivesNewTokensTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RefreshGivesNewTokens("groceries"))
            .Passes("new tokens", Step, Refreshed("groceries"))
            .Fails("an error", Step, Refreshed("groceries", "invalid_grant"))
            .Fails("an error after new tokens", Step, Refreshed("groceries"), Refreshed("groceries", "invalid_grant"))
            .CannotTell("tokens of another app", Step, Refreshed("pharmacy"))
            .CannotTell("no trial in this step", Step, Refreshed("groceries"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
