using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class SessionIdIsOfThisSessionTests : CheckTests
{
    private static AppSessionStarted Named(string? sid, string app = "groceries")
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        if (sid is not null) claims["sid"] = sid;
        return new AppSessionStarted(app, "alice-id", claims);
    }

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SessionIdIsOfThisSession("groceries"))
            .Passes("a sid of its own", Elsewhere(Named("1")), Step, Named("2"))
            .Passes("the same sid again in the same session", Elsewhere(Named("1")), Step, Named("2"), Named("2"))
            .Fails("the sid of another device", Elsewhere(Named("1")), Step, Named("1"))
            .Fails("the sid of another device's other app", Elsewhere(Named("1", "pharmacy")), Step, Named("1"))
            .Fails("no sid where others of the app have one", Elsewhere(Named("1")), Step, Named(null))
            .Fails("none in the token before", Elsewhere(Named("1")), Step, Named(null), Named("2"))
            .CannotTell("no sid at all", Elsewhere(Named(null)), Step, Named(null))
            .CannotTell("no token of the app", Elsewhere(Named("1")), Step, Named("2", "pharmacy"))
            .CannotTell("no other device", Step, Named("1"))
            .CannotTell("another user there", Elsewhere(Named("1") with { Subject = "bob-id" }), Step, Named("1")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
