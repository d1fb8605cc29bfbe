using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class KeysAreWrittenInBase64UrlTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new KeysAreWrittenInBase64Url("groceries"))
            .Passes("keys in order", Step, new KeysRead("groceries", []))
            .Passes("keys in order in an earlier step", Step, new KeysRead("groceries", []), Step)
            .Fails("a number with padding", Step, new KeysRead("groceries", ["n"]))
            .CannotTell("keys that another app read", Step, new KeysRead("pharmacy", ["n"]))
            .CannotTell("no keys", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
