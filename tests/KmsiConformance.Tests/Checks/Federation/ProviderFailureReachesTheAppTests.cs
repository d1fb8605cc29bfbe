using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Federation;

internal sealed class ProviderFailureReachesTheAppTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ProviderFailureReachesTheApp("groceries", "server_error"))
            .Passes(
                "the error with its code",
                Visited, AskedLogin, OAuthError("server_error", "AADB2C90273: the provider failed"), AppPage)
            .Fails("the error without its code", Visited, AskedLogin, OAuthError("server_error"), AppPage)
            .Fails("another error with that code", Visited, AskedLogin, OAuthError("access_denied", "AADB2C90273"), AppPage)
            .CannotTell("no page at all", Visited, AskedLogin),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
