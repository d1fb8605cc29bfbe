using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class TokenDoesNotClaimTests : CheckTests
{
    private static AppSessionStarted Claims(string? acr)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        if (acr is not null) claims["acr"] = acr;
        return new AppSessionStarted("groceries", "alice-id", claims);
    }

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new TokenDoesNotClaim("groceries", "urn:example:strong"))
            .Passes("no acr", Step, Claims(null))
            .Passes("another acr", Step, Claims("urn:example:password"))
            .Fails("that acr", Step, Claims("urn:example:strong"))
            .Fails("that acr after another", Step, Claims("urn:example:password"), Claims("urn:example:strong"))
            .Passes("no acr after a visit", Step, Visited, Claims(null))
            .CannotTell("a token of a visit before", Step, Visited, Claims(null), Step, Visited)
            .Passes("a visit that the app's own session answered", Step, Claims(null), Step, Visited with { HasSession = true })
            .CannotTell("a token of another app", Step, Claims(null) with { App = "pharmacy" })
            .CannotTell("no token", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
