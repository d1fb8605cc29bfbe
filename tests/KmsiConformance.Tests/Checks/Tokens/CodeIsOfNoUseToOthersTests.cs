using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class CodeIsOfNoUseToOthersTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CodeIsOfNoUseToOthers("groceries"))
            .Passes("a refusal", Step, new CodeMisused("groceries", "wrong-verifier", false, "invalid_grant"))
            .Passes("a request that is refused as one", Step, new CodeMisused("groceries", "no-verifier", false, "invalid_request"))
            .Passes("a client that shows no secret", Step, new CodeMisused("groceries", "no-secret", false, "invalid_client"))
            .CannotTell("a client that is not known", Step, new CodeMisused("groceries", "other-client", false, "invalid_client"))
            .CannotTell("a server that fails", Step, new CodeMisused("groceries", "wrong-verifier", false, "server_error"))
            .CannotTell("no error", Step, new CodeMisused("groceries", "wrong-verifier", false, null))
            .Fails("tokens for it", Step, new CodeMisused("groceries", "wrong-verifier", true, null))
            .CannotTell("a code of another app", Step, new CodeMisused("pharmacy", "wrong-verifier", false, "invalid_grant"))
            .Fails(
                "tokens after a refusal",
                Step, new CodeMisused("groceries", "wrong-verifier", false, "invalid_grant"),
                new CodeMisused("groceries", "wrong-verifier", true, null))
            .CannotTell("no code that was tried", Step)
            .CannotTell(
                "a code that was tried in an earlier step",
                Step, new CodeMisused("groceries", "wrong-verifier", false, "invalid_grant"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
