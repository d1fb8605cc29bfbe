using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class RefreshKeepsTheUserTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RefreshKeepsTheUser("groceries"))
            .Passes("the same sub", Step, Began("groceries"), Step, Refreshed("groceries"))
            .Passes("the sub of the last sign-in",
                Step, Began("groceries", "bob-id"), Step, Began("groceries"), Step, Refreshed("groceries"))
            .Fails("another sub", Step, Began("groceries"), Step, Refreshed("groceries", subject: "bob-id"))
            .Fails("the sub of the sign-in before",
                Step, Began("groceries", "bob-id"), Step, Began("groceries"), Step, Refreshed("groceries", subject: "bob-id"))
            .CannotTell("no ID token", Step, Began("groceries"), Step, Refreshed("groceries", subject: null))
            .CannotTell("a refusal", Step, Began("groceries"), Step, Refreshed("groceries", "invalid_grant", null))
            .CannotTell("a refresh of another app", Step, Began("groceries"), Step, Refreshed("pharmacy", subject: "bob-id"))
            .CannotTell("no sign-in", Step, Refreshed("groceries")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
