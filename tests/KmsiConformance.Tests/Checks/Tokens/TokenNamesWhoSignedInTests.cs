using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class TokenNamesWhoSignedInTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new TokenNamesWhoSignedIn("groceries", "alice"))
            .Passes(
                "the sub of the sign-in after a silent one",
                Step, Visited, Posted, Began("groceries"), Step, Visited, Began("groceries"))
            .Fails("the sub of somebody else", Step, Visited, Posted, Began("groceries"), Step, Visited, Began("groceries", "bob-id"))
            .Fails(
                "a refresh that names somebody else",
                Step, Visited, Posted, Began("groceries"), Step, Refreshed("groceries", subject: "bob-id"))
            .Passes(
                "a refresh that was refused, which changes nothing",
                Step, Visited, Posted, Began("groceries"), Step, Refreshed("groceries", "invalid_grant", subject: null))
            .Passes(
                "the own account, where one at a provider has the same name",
                Step, Visited, Posted, Began("groceries"),
                Step, Visited, Posted with { Site = "contoso" }, Began("pharmacy", "other-id"), Step, Visited, Began("groceries"))
            .Fails(
                "the provider's account in place of the own one",
                Step, Visited, Posted, Began("groceries"),
                Step, Visited, Posted with { Site = "contoso" }, Began("pharmacy", "other-id"),
                Step, Visited, Began("groceries", "other-id"))
            .Passes(
                "the account at a provider, where there is no other",
                Step, Visited, Posted with { Site = "contoso" }, Began("groceries", "other-id"))
            .CannotTell("a user who has not signed in", Step, Visited, Posted with { User = "bob" }, Began("groceries"))
            .CannotTell("an app without a token", Step, Visited, Posted, Began("pharmacy")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
