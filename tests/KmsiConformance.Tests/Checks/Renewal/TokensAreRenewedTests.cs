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
            .Passes("fresh tokens, whatever cookie was kept back", Kept("third-party"), new AppRenewed("groceries", "renewed", null))
            .Fails(
                "an error, where the cookie was kept back in an earlier step",
                Kept("third-party"), Step, new AppRenewed("groceries", "error", "interaction_required"))
            .Fails("an error after fresh tokens", new AppRenewed("groceries", "renewed", null), new AppRenewed("groceries", "error", "x"))
            .Fails("an answer that is neither an error nor tokens", new AppRenewed("groceries", "code", null))
            .Fails(
                "an error where the session's cookie was kept back outside the frame",
                Kept("third-party") with { Context = "top-level" }, new AppRenewed("groceries", "error", "interaction_required"))
            .CannotTell("fresh tokens in an earlier step", new AppRenewed("groceries", "renewed", null), Step)
            .CannotTell("a page of another site in the frame", AtStranger with { Context = "frame" })
            .CannotTell("a page of the login endpoint outside a frame", AskedLogin with { Status = 200 })
            .CannotTell(
                "a frame that was a page and then led on",
                AskedLogin with { Context = "frame", Status = 200 }, AskedLogin with { Context = "frame" })
            .CannotTell("a page in the frame of an earlier step", AskedLogin with { Context = "frame", Status = 200 }, Step)
            .CannotTell("tokens of another app", new AppRenewed("pharmacy", "renewed", null))
            .CannotTell("no answer", AskedLogin with { Context = "frame" }),
    ];

    private static CookieWithheld Kept(string rule) => new("frame", "login", "sso", "session", rule);

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
