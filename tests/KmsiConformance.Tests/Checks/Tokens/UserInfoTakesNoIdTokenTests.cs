using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class UserInfoTakesNoIdTokenTests : CheckTests
{
    private static UserInfoAnswered Tried(int status) => new("groceries", "id-token", status, null);

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new UserInfoTakesNoIdToken("groceries"))
            .Passes("a refusal", Step, Tried(401))
            .Passes("a request that is refused as one", Step, Tried(400))
            .Fails("an answer", Step, Tried(200))
            .CannotTell("a server that fails", Step, Tried(500))
            .CannotTell("an endpoint that is not there", Step, Tried(404))
            .CannotTell("another token", Step, Tried(200) with { With = "access-token" })
            .CannotTell("another app", Step, Tried(200) with { App = "pharmacy" })
            .CannotTell("nothing tried", Step)
            .CannotTell("an earlier step", Step, Tried(401), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
