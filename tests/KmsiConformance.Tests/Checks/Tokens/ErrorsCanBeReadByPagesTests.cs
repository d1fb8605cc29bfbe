using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class ErrorsCanBeReadByPagesTests : CheckTests
{
    private static RefreshMisused Tried(bool? isRead) =>
        new("groceries", "a made-up token", false, "invalid_grant") { IsReadByPages = isRead };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ErrorsCanBeReadByPages("groceries"))
            .Passes("an error that pages may read", Step, Began("groceries"), Step, Tried(true))
            .Fails("an error that they may not read", Step, Began("groceries"), Step, Tried(false))
            .CannotTell("an endpoint that has given pages nothing", Step, Tried(false))
            .CannotTell("no page that asked", Step, Began("groceries"), Step, Tried(null))
            .CannotTell("tokens", Step, Began("groceries"), Step, Tried(true) with { Accepted = true })
            .CannotTell("another app", Step, Began("groceries"), Step, Tried(true) with { App = "pharmacy" })
            .CannotTell("nothing tried", Step, Began("groceries"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
