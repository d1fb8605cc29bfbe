using KmsiConformance.Checks;
using KmsiConformance.Checks.Renewal;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Renewal;

internal sealed class TokensAreRenewedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new TokensAreRenewed("groceries"))
            .Passes("fresh tokens", AskedLogin with { Context = "frame" }, new AppRenewed("groceries", "renewed", null))
            .Fails("an error", AskedLogin with { Context = "frame" }, new AppRenewed("groceries", "error", "interaction_required"))
            .Fails("a page in the frame", AskedLogin with { Context = "frame", Status = 200 })
            .CannotTell("tokens of another app", new AppRenewed("pharmacy", "renewed", null))
            .CannotTell("no answer", AskedLogin with { Context = "frame" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
