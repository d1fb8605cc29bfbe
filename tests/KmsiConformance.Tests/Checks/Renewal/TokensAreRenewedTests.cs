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
            .CannotTell(
                "an error where the browser kept the session's cookie back, which no service can help",
                Kept("third-party"), new AppRenewed("groceries", "error", "interaction_required"))
            .CannotTell(
                "the same where it lives in another partition",
                Kept("partition"), new AppRenewed("groceries", "error", "interaction_required"))
            .Fails(
                "an error where the cookie's own SameSite kept it back",
                Kept("SameSite=Lax"), new AppRenewed("groceries", "error", "interaction_required"))
            .Fails(
                "an error where a cookie without a role was kept back",
                Kept("third-party") with { Role = null }, new AppRenewed("groceries", "error", "interaction_required"))
            .Fails(
                "an error where a cookie that is no session was kept back",
                Kept("third-party") with { Role = "flow" }, new AppRenewed("groceries", "error", "interaction_required"))
            .Fails(
                "an error where the session's cookie was kept back at another site",
                Kept("third-party") with { Site = "contoso" }, new AppRenewed("groceries", "error", "interaction_required"))
            .Fails("a page in the frame", AskedLogin with { Context = "frame", Status = 200 })
            .CannotTell("tokens of another app", new AppRenewed("pharmacy", "renewed", null))
            .CannotTell("no answer", AskedLogin with { Context = "frame" }),
    ];

    private static CookieWithheld Kept(string rule) => new("frame", "login", "sso", "session", rule);

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
