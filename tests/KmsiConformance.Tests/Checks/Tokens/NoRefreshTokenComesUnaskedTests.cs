using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class NoRefreshTokenComesUnaskedTests : CheckTests
{
    private static TokensReceived Received(bool withRefreshToken) => new("groceries", null) { HasRefreshToken = withRefreshToken };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NoRefreshTokenComesUnasked("groceries"))
            .Passes("none", Step, Received(false))
            .Passes("none in an earlier step", Step, Received(false), Step)
            .Passes("none with the last tokens", Step, Received(true), Received(false))
            .Fails("one", Step, Received(true))
            .CannotTell("tokens of another app", Step, Received(true) with { App = "pharmacy" })
            .CannotTell("no tokens", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
