using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class UserInfoNamesTheUserTests : CheckTests
{
    private static UserInfoAnswered Told() => new("groceries", "access-token", 200, "alice-id");

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new UserInfoNamesTheUser("groceries"))
            .Passes("the sub of the id_token", Step, Began("groceries"), Step, Told())
            .Passes("the sub of the refreshed one", Step, Began("groceries"), Refreshed("groceries"), Step, Told())
            .Fails("another sub", Step, Began("groceries"), Step, Told() with { Subject = "alice" })
            .Fails("no sub", Step, Began("groceries"), Step, Told() with { Subject = null })
            .CannotTell("a refusal", Step, Began("groceries"), Step, Told() with { Status = 401 })
            .CannotTell("a signed answer", Step, Began("groceries"), Step, Told() with { Subject = null, IsSigned = true })
            .CannotTell("no id_token", Step, Told())
            .CannotTell("another token", Step, Began("groceries"), Step, Told() with { With = "id-token", Subject = "alice" })
            .CannotTell("another app", Step, Began("groceries"), Step, Told() with { App = "pharmacy" })
            .CannotTell("an earlier step", Step, Began("groceries"), Told(), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
