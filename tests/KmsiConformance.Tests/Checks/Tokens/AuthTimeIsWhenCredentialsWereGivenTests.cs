using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class AuthTimeIsWhenCredentialsWereGivenTests : CheckTests
{
    private static readonly BrowserStopped Private = new("private-window");
    private static readonly BrowserStopped Quit = new("quit");
    private static readonly CredentialsPosted Later = Posted with { At = Noon.AddHours(1) };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", ofItsOwn: false))
            .Passes("the time of the credentials", Step, Visited, Posted, Began("groceries"))
            .Passes("the same after a silent sign-in", Step, Visited, Posted, Began("groceries"), Step, Visited, Began("groceries"))
            .Fails(
                "a refresh that moved it",
                Step, Visited, Posted, Began("groceries"), Step, Refreshed("groceries", authTime: Noon.ToUnixTimeSeconds() + 3600))
            .Fails(
                "credentials that were given a minute later",
                Step, Visited, Posted with { At = Noon.AddMinutes(1) }, Began("groceries"))
            .CannotTell("a token without it", Step, Visited, Posted, Began("groceries"), Refreshed("groceries"))
            .Passes(
                "the time of this profile's session, although somebody signed in in a private window since",
                Step, Visited, Posted, Began("groceries"), Private, Step, Later, Began("groceries"), Quit, Step, Visited,
                Began("groceries"))
            .Passes(
                "the time of the private window's session",
                Step, Visited, Later, Began("groceries"), Private, Step, Posted, Began("groceries"))
            .Fails(
                "the time of an earlier session in this profile",
                Step, Visited, Posted, Began("groceries"), Private, Quit, Step, Later, Began("groceries"))
            .Fails(
                "that of another app's later sign-in, where they share a session",
                Step, Visited, Posted, Began("groceries"), Step, Later, Began("pharmacy"), Step, Visited, Began("groceries"))
            .CannotTell("an app without a token", Step, Visited, Posted)
            .CannotTell("credentials that were given in another window", Step, Posted, Began("pharmacy"), Private, Step, Began("groceries"))
            .CannotTell("nobody who gave credentials", Step, Visited, Began("groceries")),
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", ofItsOwn: true))
            .Passes(
                "the time of the app's own sign-in, although somebody signed in to another since",
                Step, Visited, Posted, Began("groceries"), Step, Later, Began("pharmacy"), Step, Visited, Began("groceries"))
            .CannotTell("credentials that were given for another app", Step, Posted, Began("pharmacy"), Step, Visited, Began("groceries")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
