using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class ClientIdMayStandBesideBasicTests : CheckTests
{
    private static ExchangedByBasic Beside(bool accepted) => new("groceries", true, accepted, accepted ? null : "invalid_client");

    private static ExchangedByBasic Alone(bool accepted) => new("groceries", false, accepted, accepted ? null : "invalid_client");

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ClientIdMayStandBesideBasic("groceries"))
            .Passes("tokens", Step, Beside(true))
            .Fails("a refusal, and tokens without the client id", Step, Beside(false), Alone(true))
            .CannotTell("a refusal of both", Step, Beside(false), Alone(false))
            .CannotTell("a refusal alone", Step, Beside(false))
            .CannotTell("another app", Step, Beside(true) with { App = "pharmacy" })
            .CannotTell("no code", Step)
            .CannotTell("an exchange in an earlier step", Step, Beside(true), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
