using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class RefreshGivesNoMoreTests : CheckTests
{
    private static RefreshMisused Asked(string? error) =>
        new("groceries", "a wider scope", error is null, error) { AskedScope = "openid offline_access email" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RefreshGivesNoMore("groceries"))
            .Passes("a refusal for the scope", Step, Asked("invalid_scope"))
            .Passes("tokens of the scope that was granted", Step, Asked(null) with { GivenScope = "openid offline_access" })
            .Fails("tokens of the wider scope", Step, Asked(null) with { GivenScope = "email openid" })
            .Fails("tokens whose scope nobody says", Step, Asked(null))
            .CannotTell("a refusal for another reason", Step, Asked("invalid_grant"))
            .CannotTell("no OAuth error", Step, Asked(null) with { Accepted = false })
            .CannotTell("another app", Step, Asked("invalid_scope") with { App = "pharmacy" })
            .CannotTell("another misuse", Step, Asked(null) with { AskedScope = null })
            .CannotTell("no refresh", Step)
            .CannotTell("a refresh of an earlier step", Step, Asked("invalid_scope"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
