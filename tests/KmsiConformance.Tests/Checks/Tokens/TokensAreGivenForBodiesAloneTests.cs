using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class TokensAreGivenForBodiesAloneTests : CheckTests
{
    private static CodeMisused Tried(string? error, int status = 400) => new("groceries", "get", false, error) { Status = status };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new TokensAreGivenForBodiesAlone("groceries"))
            .Passes("an OAuth error", Step, Tried("invalid_request"))
            .Passes("an error page", Step, Tried(null, 405))
            .Fails("tokens", Step, Tried(null, 200) with { Accepted = true })
            .Fails("tokens after a refusal", Step, Tried("invalid_request"), Tried(null, 200) with { Accepted = true })
            .CannotTell("a server that fails", Step, Tried("server_error", 500))
            .CannotTell("a record without the status", Step, Tried(null, 0))
            .CannotTell("a code of another app", Step, Tried("invalid_request") with { App = "pharmacy" })
            .CannotTell("no code", Step)
            .CannotTell("a code of an earlier step", Step, Tried("invalid_request"), Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
