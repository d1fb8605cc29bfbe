using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class NothingOutlivesTheSessionUnaskedTests : CheckTests
{
    private static TokensReceived Received(bool withRefreshToken) => new("groceries", null) { HasRefreshToken = withRefreshToken };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NothingOutlivesTheSessionUnasked("groceries"))
            .Passes("no refresh token", Step, Received(false), Step)
            .Passes("a refresh token that is refused", Step, Received(true), Step, Refreshed("groceries", "invalid_grant"))
            .Fails("new tokens", Step, Received(true), Step, Refreshed("groceries"))
            .CannotTell("a server that fails", Step, Received(true), Step, Refreshed("groceries", "server_error"))
            .CannotTell("a refresh token that was not used", Step, Received(true), Step)
            .CannotTell("no tokens", Step)
            .CannotTell("tokens of another app", Step, Received(false) with { App = "pharmacy" }, Step)
            .Passes("whatever another app gets", Step, Received(false), Step, Refreshed("pharmacy")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
