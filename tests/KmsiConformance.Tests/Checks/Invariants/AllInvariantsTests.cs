using KmsiConformance.Checks.Invariants;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Invariants;

/// <summary>Each invariant is due where there is something for it to look at, and nowhere else.</summary>
internal sealed class AllInvariantsTests
{
    private static readonly CredentialsPosted Unticked = Posted with { KeepMeSignedIn = false };
    private static readonly CookieChanged Other = Kept with { Role = "csrf" };

    private static readonly string[] OfATokenAnyway =
        ["WhoeverIsSignedInGaveCredentials", "SessionIdIsOfThisSession", "SessionIdIsOfNoOtherUser", "ClaimsAreOfThisUser"];

    private static readonly string[] OfASignIn = [.. OfATokenAnyway, "AuthTimeIsWhenCredentialsWereGiven"];

    private static readonly string[] OfACookie = ["CookieIsSecure", "CookieIsHttpOnly", "CookieIsSameSite", "CookieHasPrefix"];

    private static readonly string[] OfANotice =
    [
        "NotificationIsAGetRequest", "NotifiedBeforeTheBrowserLeaves", "NoOtherAppIsNotified", "NotificationNamesTheIssuer",
        "NotificationNamesTheSession",
    ];

    private static readonly TestCaseData[] Cases =
    [
        Due("nothing", [], Step),
        Due("a step before", [], Step, Began("groceries"), Step),
        Due("a session of an app", OfASignIn, Step, Began("groceries")),
        Due("a provider that answered in silence", OfATokenAnyway, Step, Chosen, Began("groceries")),
        Due("another policy's credentials", OfATokenAnyway,
            Step, Posted, Of("pharmacy", "one"), Step, Of("groceries", "two")),
        Due("nothing shared, and nobody asked", OfATokenAnyway, World("Suppressed"), Step, Began("groceries")),
        Due("a sid in some tokens alone", [.. OfASignIn.Except(["SessionIdIsOfThisSession"])],
            Step, new AppSessionStarted("groceries", "alice-id", new Dictionary<string, string>(StringComparer.Ordinal)),
            Step, Began("groceries")),
        Due("a refresh", ["AuthTimeIsWhenCredentialsWereGiven", "RefreshKeepsTheUser"], Step, Refreshed("groceries")),
        Due("a refresh that was refused", ["RefreshKeepsTheUser"], Step, Refreshed("groceries", "invalid_grant")),
        Due("tokens", ["TokensAreKeptFromStores"], Step, new TokensReceived("groceries", "no-store")),
        Due("a session cookie", OfACookie, Step, Kept),
        Due("another cookie", [], Step, Other),
        Due("a cookie that is gone", [], Step, Kept with { Change = "gone" }),
        Due("a ticked box", [.. OfASignIn, .. OfACookie, "CookieIsNewAtSignIn", "CookieLasts", "CookieIsPersistent"],
            World("Tenant"), Step, Posted, Began("groceries"), Kept),
        Due("a ticked box where nobody is kept", [.. OfASignIn, .. OfACookie],
            World("Tenant", keepAlive: null), Step, Posted, Began("groceries"), Kept),
        Due("an unticked box", [.. OfASignIn, .. OfACookie, "CookieIsNewAtSignIn", "CookieEndsWithTheBrowserSession"],
            World(null), Step, Unticked, Began("groceries"), Kept),
        Due("a box where each app has a session", [.. OfASignIn, .. OfACookie],
            World("Application"), Step, Posted, Began("groceries"), Kept),
        Due("a page that asks", ["CredentialPageIsNotFramed"], Step, Prompt),
        Due("a page of a provider", [], Step, ProviderPage),
        Due("an answer", ["RedirectWithCodeIsNotStored", "AnswerIsKeptFromStores"], Step, Code),
        Due("a notice", OfANotice, Step, Told("pharmacy")),
        Due("a notice where each app has a session", [.. OfANotice.Except(["NoOtherAppIsNotified"])],
            World("Application"), Step, Told("pharmacy")),
        Due("a notice without names", OfANotice[..3], Step, Told("pharmacy") with { Issuer = null, SessionFingerprint = null }),
        Due("a logout token", ["LogoutTokensAreInOrder"], Step, new LogoutTokenReceived("pharmacy", null, 1, 200)),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_of_the_step_decide(Event[] events, string[] names) => Assert.That(
        AllInvariants.DueAfter(CheckCases.Numbered(events)).Select(invariant => invariant.Check.Name), Is.EquivalentTo(names));

    private static TestCaseData Due(string when, string[] names, params Event[] events) =>
        new TestCaseData(events, names).SetName($"What is due after {when}");

    private static WorldReady World(string? scope, int? keepAlive = 7) => new(
        "", new WorldSettings(TimeSpan.FromDays(1), keepAlive is { } days ? TimeSpan.FromDays(days) : null, Scope: scope));

    private static AppSessionStarted Of(string app, string policy) => Began(app) with
    {
        Claims = new Dictionary<string, string>(Began(app).Claims, StringComparer.Ordinal) { ["tfp"] = policy },
    };
}
