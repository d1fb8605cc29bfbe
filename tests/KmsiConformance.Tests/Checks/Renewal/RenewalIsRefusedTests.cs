using KmsiConformance.Checks;
using KmsiConformance.Checks.Renewal;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Renewal;

internal sealed class RenewalIsRefusedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RenewalIsRefused("groceries", "interaction_required"))
            .Passes("the error demanded", new AppRenewed("groceries", "error", "interaction_required"))
            .Fails(
                "another error, whatever cookie was kept back",
                new CookieWithheld("frame", "login", "sso", "session", "third-party"),
                new AppRenewed("groceries", "error", "login_required"))
            .Fails("another error", new AppRenewed("groceries", "error", "login_required"))
            .Fails("fresh tokens", new AppRenewed("groceries", "renewed", null))
            .CannotTell("no answer", AskedLogin with { Context = "frame" }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
