using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class CodeWorksOnlyOnceTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CodeWorksOnlyOnce("groceries"))
            .Passes("a refusal", Step, new CodeReplayed("groceries", false, "invalid_grant"))
            .Fails("tokens for the second time", Step, new CodeReplayed("groceries", true, null))
            .Fails(
                "tokens after a refusal",
                Step, new CodeReplayed("groceries", false, "invalid_grant"), new CodeReplayed("groceries", true, null))
            .CannotTell("the code of another app", Step, new CodeReplayed("pharmacy", false, "invalid_grant"))
            .CannotTell("a trial in an earlier step", Step, new CodeReplayed("groceries", false, "invalid_grant"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
