using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SingleSignOut;

internal sealed class LogoutTokensAreInOrderTests : CheckTests
{
    private static LogoutTokenReceived Token(string? problem, string app = "groceries") => new(app, problem, 1, 200);

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new LogoutTokensAreInOrder("groceries"))
            .Passes("a good one", Step, Token(null))
            .Passes("a bad one of another app", Step, Token(null), Token("it has a nonce", "pharmacy"))
            .Fails("a bad one", Step, Token("it has a nonce"))
            .Fails("a good one and a bad one", Step, Token(null), Token("it has a nonce"))
            .CannotTell("a bad one in a step before", Step, Token("it has a nonce"), Step)
            .CannotTell("none", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
