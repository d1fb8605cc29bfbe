using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class AuthTimeIsWhenCredentialsWereGivenTests : CheckTests
{
    private static readonly CookieChanged Renewed = Kept with { Change = "renewed", ValueFingerprint = "11bb" };
    private static readonly BrowserStopped Private = new("private-window");
    private static readonly BrowserStopped Quit = new("quit");
    private static readonly CredentialsPosted Later = Posted with { At = Noon.AddHours(1) };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", SessionSharing.Everybody))
            .Passes("the time of the credentials", Step, Visited, Posted, Began("groceries"))
            .Passes("the same after a silent sign-in", Step, Visited, Posted, Began("groceries"), Step, Visited, Began("groceries"))
            .Fails(
                "a refresh that moved it",
                Step, Visited, Posted, Began("groceries"), Step, Refreshed("groceries", authTime: Noon.ToUnixTimeSeconds() + 3600))
            .Fails(
                "credentials that were given a minute later",
                Step, Visited, Posted with { At = Noon.AddMinutes(1) }, Began("groceries"))
            .Passes(
                "a service whose clock is a minute behind, and dates by it",
                Step, new ClockPutOff("server", TimeSpan.FromMinutes(-1)), Visited, Posted with { At = Noon.AddMinutes(1) },
                Began("groceries"))
            .Fails(
                "a service whose clock was put off only later",
                Step, Visited, Posted with { At = Noon.AddMinutes(1) }, Began("groceries"), Step,
                new ClockPutOff("server", TimeSpan.FromMinutes(-1)))
            .Fails(
                "an app whose clock is off",
                Step, new ClockPutOff("apps", TimeSpan.FromMinutes(-1)), Visited, Posted with { At = Noon.AddMinutes(1) },
                Began("groceries"))
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
            .Passes(
                "a refresh after somebody else's sign-in: the time of the sign-in that gave the refresh token",
                Step, Visited, Posted, Began("groceries"), Step, Later, Began("pharmacy"),
                Step, Refreshed("groceries", authTime: Noon.ToUnixTimeSeconds()))
            .Fails(
                "a refresh that takes the time of a later sign-in",
                Step, Visited, Posted, Began("groceries"), Step, Later, Began("pharmacy"),
                Step, Refreshed("groceries", authTime: Noon.AddHours(1).ToUnixTimeSeconds()))
            .Passes(
                "the time of an older session whose cookie was put back",
                Step, Visited, Posted, Began("groceries"), Kept, Step, Later, Began("pharmacy"), Renewed, Step, Kept,
                Step, Visited, Began("groceries"))
            .Fails(
                "the time of the older session after the newer one's cookie came",
                Step, Visited, Posted, Began("groceries"), Kept, Step, Later, Began("pharmacy"), Renewed, Step, Visited, Began("groceries"))
            .CannotTell(
                "a session whose cookie was brought from another device",
                Step, Elsewhere(Visited), Elsewhere(Posted), Elsewhere(Began("pharmacy")), Elsewhere(Kept),
                Step, Visited, Posted, Began("groceries"), Step, Kept, Step, Visited, Began("groceries"))
            .CannotTell("an app without a token", Step, Visited, Posted)
            .CannotTell("credentials that were given in another window", Step, Posted, Began("pharmacy"), Private, Step, Began("groceries"))
            .CannotTell("nobody who gave credentials", Step, Visited, Began("groceries")),
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", SessionSharing.OneApp))
            .Passes(
                "the time of the app's own sign-in, although somebody signed in to another since",
                Step, Visited, Posted, Began("groceries"), Step, Later, Began("pharmacy"), Step, Visited, Began("groceries"))
            .CannotTell("credentials that were given for another app", Step, Posted, Began("pharmacy"), Step, Visited, Began("groceries")),
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", SessionSharing.OnePolicy))
            .Passes(
                "the time of this policy's session, although somebody signed in under another since",
                Step, Visited, Posted, Under("one"), Step, Later, Under("two"), Step, Visited, Under("one"))
            .Fails(
                "the time before the last sign-in under the same policy",
                Step, Visited, Posted, Under("one"), Step, Later, Under("one"), Step, Visited, Under("one"))
            .CannotTell("credentials that were given under another policy", Step, Posted, Under("two"), Step, Visited, Under("one")),
    ];

    private static AppSessionStarted Under(string policy)
    {
        var began = Began("groceries");
        return began with { Claims = new Dictionary<string, string>(began.Claims, StringComparer.Ordinal) { ["tfp"] = policy } };
    }

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
