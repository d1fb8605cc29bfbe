using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class CodeEndsSoonTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CodeEndsSoon("groceries"))
            .Passes("a refusal", Step, new CodeMisused("groceries", "a-late-code", false, "invalid_grant"))
            .Fails("tokens for it", Step, new CodeMisused("groceries", "a-late-code", true, null))
            .CannotTell("an app that is refused for who it is", Step, new CodeMisused("groceries", "a-late-code", false, "invalid_client"))
            .CannotTell("a server that fails", Step, new CodeMisused("groceries", "a-late-code", false, "server_error"))
            .CannotTell("no error", Step, new CodeMisused("groceries", "a-late-code", false, null))
            .CannotTell("a code of another app", Step, new CodeMisused("pharmacy", "a-late-code", false, "invalid_grant"))
            .CannotTell("no code that was kept", Step)
            .CannotTell("one of an earlier step", Step, new CodeMisused("groceries", "a-late-code", false, "invalid_grant"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
