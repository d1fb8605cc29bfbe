using KmsiConformance.Checks.Tokens;
using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class TokensAreKeptFromStoresTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new TokensAreKeptFromStores("groceries"))
            .Passes("the word alone", Got("no-store"))
            .Passes("the word among others, in any case", Got("No-Cache,  No-Store"))
            .Fails("no word at all", Got(null))
            .Fails("another word", Got("private, max-age=60"))
            .Fails("a word that only contains it", Got("no-store-please"))
            .Fails("the last of two answers", Got("no-store"), Step, Got("no-cache"))
            .Passes("another word in an earlier answer", Got("no-cache"), Step, Got("no-store"))
            .CannotTell("tokens of another app", new TokensReceived("pharmacy", "no-store"))
            .CannotTell("no tokens", Visited, Code),
    ];

    private static TokensReceived Got(string? cacheControl) => new("groceries", cacheControl);

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
