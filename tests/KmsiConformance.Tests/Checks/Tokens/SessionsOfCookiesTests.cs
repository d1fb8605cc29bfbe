using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

/// <summary>
/// The auth_time of a session whose cookie went away and came back, or came from somewhere else: which credentials does it go back to?
/// The token says noon; somebody gave credentials again an hour later.
/// </summary>
internal sealed class SessionsOfCookiesTests : CheckTests
{
    private static readonly CookieChanged Newer = Kept with { Change = "renewed", ValueFingerprint = "11bb" };
    private static readonly CookieChanged Gone = Kept with { Change = "gone" };
    private static readonly CookieChanged Second = Kept with { Name = "x-ms-cpim-sso:demo_1", ValueFingerprint = "11bb" };
    private static readonly CookieChanged Flow = Kept with { Role = "flow", ValueFingerprint = "ffff" };
    private static readonly CookieChanged AtContoso = Kept with { Site = "contoso", ValueFingerprint = "ffff" };
    private static readonly CredentialsPosted Later = Posted with { At = Noon.AddHours(1) };

    // Alice signs in, and somebody else does an hour later, in the same browser.
    private static readonly Event[] TwoSessions =
        [Step, Visited, Posted, Began("groceries"), Kept, Step, Later, Began("pharmacy"), Newer];

    private static readonly TestCaseData[] PutBackCases =
    [
        .. Groceries().Given(TwoSessions)
            .Passes("the older session after its cookie was put back", Step, Kept, Step, Visited, Began("groceries"))
            .Passes("the same, whatever other cookies do", Step, Kept, Flow, AtContoso, Step, Visited, Began("groceries"))
            .Passes(
                "the same, whatever becomes of the cookie afterwards",
                Step, Kept, Step, Visited, Began("groceries"), Kept with { ValueFingerprint = "22cc" })
            .Fails(
                "the older session's time after credentials were given again",
                Step, Kept, Step, Visited, Posted with { At = Noon.AddHours(2) }, Began("groceries"))
            .Given([Kept with { ValueFingerprint = "33dd" }, .. TwoSessions])
            .Passes("the older of three sessions after its cookie was put back", Step, Kept, Step, Visited, Began("groceries"))
            .Given([Step, Visited, Posted, Began("groceries"), Kept, Step, Gone, Later, Began("pharmacy")])
            .Passes("a session whose cookie was gone and was put back", Step, Kept, Step, Visited, Began("groceries"))
            .Given([Step, Visited, Posted, Began("groceries"), Kept, Step, Later, Began("pharmacy"), Second])
            .Fails("the older time where only another part of the session changed", Step, Kept, Step, Visited, Began("groceries")),
    ];

    private static readonly TestCaseData[] DeviceCases =
    [
        .. Groceries()
            .Passes("a session of an earlier step", Step, Visited, Posted, Began("groceries"), Step, StoreRead)
            .Passes("credentials ten seconds later", Step, Visited, Posted with { At = Noon.AddSeconds(10) }, Began("groceries"))
            .Fails("credentials eleven seconds later", Step, Visited, Posted with { At = Noon.AddSeconds(11) }, Began("groceries"))
            .CannotTell("a token whose auth_time is no number", Step, Visited, Posted, Odd)
            .Passes(
                "credentials after which nobody began a session",
                Step, Visited, Posted, Began("groceries"), Step, Visited, Began("groceries"), Later, Step, Visited, Began("groceries"))
            .Passes(
                "a token here, whatever is refreshed on another device",
                Step, Visited, Posted, Began("groceries"), Elsewhere(Refreshed("groceries", authTime: 0)), Step, StoreRead)
            .Passes(
                "a session here, whoever begins one on another device",
                Step, Visited, Posted, Began("groceries"), Step, Later, Began("pharmacy"), Elsewhere(Began("groceries")), Step, StoreRead)
            .Passes(
                "credentials here, whoever gives some on another device",
                Step, Visited, Posted, Began("groceries"), Step, Elsewhere(Later), Elsewhere(Began("pharmacy")),
                Step, Visited, Began("groceries"))
            .Passes(
                "a session whose cookie was taken to another device",
                Step, Visited, Posted, Began("groceries"), Kept, Step, Elsewhere(Kept), Step, Visited, Began("groceries"))
            .Given([Elsewhere(Newer), Step, Visited, Posted, Began("groceries"), Kept])
            .Passes("another session than that of another device", Step, Visited, Began("groceries"))
            .Passes("a cookie that came from another device after the session had begun", Step, Newer)
            .CannotTell("the cookie of another device in place of the own one", Step, Newer, Step, Visited, Began("groceries"))
            .CannotTell("the same, whatever other cookies do", Step, Newer, Flow, Step, Visited, Began("groceries"))
            .Given(
            [
                Elsewhere(AppCookie("groceries")), Elsewhere(Kept with { Site = "contoso" }), Elsewhere(Kept with { Role = "flow" }),
                Step, Visited, Posted, Began("groceries"), Kept,
            ])
            .Passes("a value that only cookies that are no session had on another device", Step, Visited, Began("groceries")),
        .. Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", SessionSharing.OnePolicy))
            .Passes(
                "the time of this policy's session, where its claim is acr",
                Step, Visited, Posted, Under("one"), Step, Later, Under("two"), Step, Visited, Under("one")),
    ];

    private static readonly TestCaseData[] Cases = [.. PutBackCases, .. DeviceCases];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);

    private static AppSessionStarted Odd => With("auth_time", "noon");

    private static CheckCases Groceries() => Of(new AuthTimeIsWhenCredentialsWereGiven("groceries", SessionSharing.Everybody));

    private static AppSessionStarted Under(string policy) => With("acr", policy);

    private static AppSessionStarted With(string claim, string value)
    {
        var began = Began("groceries");
        return began with { Claims = new Dictionary<string, string>(began.Claims, StringComparer.Ordinal) { [claim] = value } };
    }
}
