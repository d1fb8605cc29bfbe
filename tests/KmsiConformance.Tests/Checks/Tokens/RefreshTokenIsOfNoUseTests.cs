using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class RefreshTokenIsOfNoUseTests : CheckTests
{
    private static RefreshMisused Tried(string with, string? error) => new("groceries", with, error is null, error);

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RefreshTokenIsOfNoUse("groceries", "as pharmacy", "invalid_grant"))
            .Passes("the error demanded", Step, Tried("as pharmacy", "invalid_grant"))
            .CannotTell("a client that is refused for who it is", Step, Tried("as pharmacy", "invalid_client"))
            .CannotTell("a server that fails", Step, Tried("as pharmacy", "server_error"))
            .CannotTell("no error", Step, Tried("as pharmacy", null) with { Accepted = false })
            .Fails("tokens", Step, Tried("as pharmacy", null))
            .CannotTell("another misuse", Step, Tried("the former token", "invalid_grant"))
            .CannotTell("a token of another app", Step, Tried("as pharmacy", "invalid_grant") with { App = "bakery" })
            .CannotTell("no trial in this step", Step, Tried("as pharmacy", "invalid_grant"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
