using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class AuthTimeIsWhenCredentialsWereGivenTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries"))
            .Passes("the time of the credentials", Step, Visited, Posted, Began("groceries"))
            .Passes("the same after a silent sign-in", Step, Visited, Posted, Began("groceries"), Step, Visited, Began("groceries"))
            .Fails(
                "a refresh that moved it",
                Step, Visited, Posted, Began("groceries"), Step, Refreshed("groceries", authTime: Noon.ToUnixTimeSeconds() + 3600))
            .Fails(
                "credentials that were given a minute later",
                Step, Visited, Posted with { At = Noon.AddMinutes(1) }, Began("groceries"))
            .CannotTell("a token without it", Step, Visited, Posted, Began("groceries"), Refreshed("groceries"))
            .CannotTell("nobody who gave credentials", Step, Visited, Began("groceries")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
