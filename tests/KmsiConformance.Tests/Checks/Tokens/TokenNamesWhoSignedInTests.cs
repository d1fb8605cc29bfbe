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
            .CannotTell(
                "a sub that nobody knows, where the sign-in was that of another app",
                Step, Visited, Posted, Began("pharmacy"), Step, Visited, Began("groceries", "alice-at-groceries"))
            .Fails(
                "the sub of another user, where the sign-in was that of another app",
                Step, Visited, Posted with { User = "bob" }, Began("groceries", "bob-id"), Step, Visited, Posted, Began("pharmacy"),
                Step, Visited, Began("groceries", "bob-id"))
            .Passes(
                "the sub of the app's own sign-in, where another app has another one",
                Step, Visited, Posted, Began("groceries"), Step, Visited, Posted, Began("pharmacy", "alice-at-pharmacy"),
                Step, Visited, Began("groceries"))
            .Passes("the sub of a token of an earlier step", Step, Visited, Posted, Began("groceries"), Step)
            .Passes(
                "the sub of a sign-in on another device",
                Step, Elsewhere(Visited), Elsewhere(Posted), Elsewhere(Began("pharmacy")), Step, Visited, Began("groceries"))
            .Passes(
                "the sub here, whoever is signed in on another device",
                Step, Visited, Posted, Began("groceries"), Elsewhere(Began("groceries", "bob-id")), Step, StoreRead)
            .Passes(
                "the sub of the last of two sign-ins",
                Step, Visited, Posted, Began("groceries", "former-id"), Step, Visited, Posted, Began("groceries"))
            .Passes(
                "the sub of the app that begins a session first",
                Step, Visited, Posted, Began("groceries"), Began("pharmacy", "bob-id"), Step, StoreRead)
            .Passes(
                "a refresh of another app, which changes nothing",
                Step, Visited, Posted, Began("groceries"), Step, Refreshed("pharmacy", subject: "bob-id"))
            .Passes(
                "the sub of a sign-in, although a later one came to nothing",
                Step, Visited, Posted, Began("groceries"), Step, Visited, Posted, Step, Visited, Began("groceries"))
            .CannotTell("credentials without a session in the same step", Step, Visited, Posted, Step, Visited, Began("groceries"))
            .CannotTell("a session before the credentials", Step, Visited, Began("groceries"), Posted)
            .CannotTell("a user who has not signed in", Step, Visited, Posted with { User = "bob" }, Began("groceries"))
            .CannotTell("an app without a token", Step, Visited, Posted, Began("pharmacy")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
