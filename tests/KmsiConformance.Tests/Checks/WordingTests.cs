using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Checks.Renewal;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Checks.StaySignedIn;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks;

/// <summary>What readers of a verdict are told: what was demanded of what, and what was seen in its place.</summary>
internal sealed class WordingTests
{
    private const string Silent = "silent: the protected page of groceries is shown and nobody is asked";

    private static IEnumerable<TestCaseData> Demands =>
    [
        Case(new CookieIsStored(Sso), "the sso cookie exists"),
        Case(new CookieIsStored(AppSessionOfGroceries), "the app-session cookie of groceries exists"),
        Case(new CookieIsStored(new MeantCookie(null, Name: "sid*")), "the cookie sid* exists"),
        Case(new CookieIsStored(new MeantCookie("sso", "contoso", "sid")), "the sso cookie sid of contoso exists"),
        Case(new CookieHasDomain(Sso, "host-only"), "the sso cookie belongs to its host alone"),
        Case(new CookieHasDomain(Sso, "example.com"), "the sso cookie belongs to example.com and every host below it"),
        Case(new CookieHasPrefix(Sso, null), "the sso cookie has a name without a prefix"),
        Case(new CookieHasPrefix(Sso, "__Host-"), "the sso cookie has a name that begins with __Host-"),
        Case(new CookiesAreSoMany(Sso, 1), "the sso cookie is there once"),
        Case(new CookiesAreSoMany(Sso, 2), "the sso cookie is there 2 times"),
        Case(new CookieWasRenewed(Sso, true), "the sso cookie was renewed by the last visit"),
        Case(new CookieWasRenewed(Sso, true), "the sso cookie was renewed by the last visit", Visited, StoreRead),
        Case(new CookieWasRenewed(Sso, false), "the sso cookie was not renewed by the last visit"),
        Case(new CookieWasRenewed(Sso, false), "the sso cookie was not renewed by the last visit", Visited, StoreRead),
        Case(new SignInIsSilent("groceries"), Silent, VisitedOnSite, Protected),
        Case(new SignInIsSilent("groceries"), "silent: groceries gets a fresh code and nobody is asked", Visited, AskedLogin),
        Case(
            new SignInIsSilent("groceries"), "silent: groceries gets a fresh code and nobody is asked",
            Visited with { App = "pharmacy", OnSite = true }, Visited),
        Case(
            new SignInIsSilent("groceries"), "silent: groceries gets a fresh code and nobody is asked",
            VisitedOnSite, Protected, Step, Visited),
        Case(new CredentialsAreAskedFor("groceries"), "prompt: a page asks for credentials", VisitedOnSite),
        Case(
            new CredentialsAreAccepted("groceries"),
            "signed-in: the page asks, the credentials are accepted, and the protected page of groceries is shown", VisitedOnSite),
        Case(new CredentialsAreRejected("groceries"), "rejected: the page asks, and does not accept the credentials", VisitedOnSite),
        Case(
            new AnotherQuestionComesBetween("groceries"),
            "interrupted: the login endpoint asks something before groceries gets an answer", VisitedOnSite),
        Case(new SignOutComesBackToTheApp("groceries"), SiteDemand, SiteSignOutBegan),
        Case(
            new SignOutComesBackToTheApp("groceries"),
            "signed-out: the logout endpoint is called, and the browser comes back to groceries with its state",
            SiteSignOutBegan, Step, SignOutBegan),
        Case(
            new SignOutIsAskedAboutFirst("groceries"), new SignOutIsAskedAboutFirst("groceries").Judge(CheckCases.Numbered()).Expected,
            SiteSignOutBegan),
        Case(new LogoutTokenArrives("pharmacy", 0), "the server of pharmacy gets no logout token"),
        Case(new LogoutTokenArrives("pharmacy", 1), "the server of pharmacy gets 1 logout token that it can accept"),
        Case(new LogoutTokenArrives("pharmacy", 2), "the server of pharmacy gets 2 logout tokens that it can accept"),
    ];

    private static string SiteDemand => "signed-out: the button that signs out is pressed, and the site goes on without an error";

    private static IEnumerable<TestCaseData> Sights =>
    [
        Case(new CodeWorksOnlyOnce("groceries"), "refused with invalid_grant", new CodeReplayed("groceries", false, "invalid_grant")),
        Case(
            new CodeWorksOnlyOnce("groceries"), "the login endpoint gave tokens for it again", new CodeReplayed("groceries", true, null)),
        Case(
            new SignInIsSilent("groceries"), "error server_error: groceries received the error server_error (“no luck”)",
            Visited, OAuthError("server_error", "no luck ")),
        Case(
            new SignInIsSilent("groceries"), "error server_error: groceries received the error server_error",
            Visited, OAuthError("server_error", " ")),
        Case(
            new CredentialsAreAskedFor("groceries"),
            "silent: groceries got a fresh code with no page and no credentials in between", Visited, AskedLogin, Code, Began("groceries")),
        Case(
            new SignInIsSilent("groceries"),
            "cannot tell: a credential page was shown, nobody filled it in, and groceries began a session all the same",
            Visited, AskedLogin, Prompt, Code, Began("groceries")),
        Case(
            new SignInIsSilent("groceries"), "cannot tell: the page shown by login is not one the recipe knows ('Maintenance')",
            Visited, AskedLogin, OddPage),
        Case(new SignInIsSilent("groceries"), "cannot tell: no page came to rest", Visited, AskedLogin),
        Case(
            new SignInIsSilent("groceries"), "rejected: the credentials were not accepted (“wrong”)",
            VisitedOnSite, Posted, Prompt with { Message = "wrong " }),
        Case(
            new SignInIsSilent("groceries"),
            "cannot tell: the browser ended up at https://login.localhost/ ('Home'), which is neither the protected page of groceries nor "
                + "one that asks",
            VisitedOnSite, HomePage),
        Case(
            new SignInIsSilent("groceries"),
            "cannot tell: the page at the protected address ('Account') neither asks for credentials nor shows what only somebody who is "
                + "signed in is shown, by the recipe's 'signed-in'; one that only tells something and has a button or link to go on is "
                + "described as 'notice' under 'interrupts' there",
            VisitedOnSite, Unmarked),
        Case(
            new AppIsNotified("pharmacy", 1),
            "pharmacy was called not at all: the frame of pharmacy was blocked by the frame-src of the login endpoint's own page",
            Ready, SignOutBegan, AtLogout, new FrameBlocked("pharmacy", "login", "frame-src")),
        Case(
            new AppIsNotified("pharmacy", 1), "pharmacy was called once",
            Ready, SignOutBegan, AtLogout, new FrameBlocked("pharmacy", "login", "frame-src"), Told("pharmacy")),
        Case(
            new AppIsNotified("pharmacy", 1), "pharmacy was called 2 times", Ready, SignOutBegan, AtLogout, Told("pharmacy"),
            Told("pharmacy")),
        Case(new LogoutTokenArrives("pharmacy", 1), "it got none", SignOutBegan, AtLogout),
        Case(new LogoutTokenArrives("pharmacy", 1), "it got one once", SignOutBegan, AtLogout, Token),
        Case(new LogoutTokenArrives("pharmacy", 1), "it got one 2 times", SignOutBegan, AtLogout, Token, Token),
        Case(new NotificationIsAGetRequest(), "by GET", SignOutBegan, AtLogout, Told("pharmacy")),
        Case(new NotificationIsAGetRequest(), "pharmacy was called with POST", SignOutBegan, AtLogout, Told("pharmacy", "POST")),
        Case(
            new NotificationNamesTheSession("pharmacy"), "it was told without either",
            Began("pharmacy"), Told("pharmacy") with { Issuer = null, SessionFingerprint = null }),
        Case(
            new NotificationNamesTheSession("pharmacy"), "it was told with sid only",
            Began("pharmacy"), Told("pharmacy") with { Issuer = null }),
        Case(
            new NotificationNamesTheSession("pharmacy"), "it was told with iss only",
            Began("pharmacy"), Told("pharmacy") with { SessionFingerprint = null }),
        Case(
            new NotificationNamesTheSession("pharmacy"), "its id_token names no session",
            Began("pharmacy") with { Claims = new Dictionary<string, string>() }, Told("pharmacy")),
        Case(new ProviderIsAsked("contoso", "sign-in", 1), "it was asked not at all", Step, AskedLogin, Step),
        Case(new ProviderIsAsked("contoso", "sign-in", 1), "it was asked once (authorize)", Step, AskedLogin, AskedContoso, Step),
        Case(
            new ProviderIsAsked("contoso", "sign-in", 1), "it was asked 2 times (authorize, authorize)",
            Step, AskedLogin, AskedContoso, AskedContoso, Step),
        Case(new CodeIsOfNoUseToOthers("groceries"), "refused with invalid_grant", Misused(false)),
        Case(new CodeIsOfNoUseToOthers("groceries"), "the login endpoint gave tokens for it (wrong-verifier)", Misused(true)),
        Case(new RefreshGivesNewTokens("groceries"), "new tokens came", Refreshed("groceries")),
        Case(new RefreshGivesNewTokens("groceries"), "groceries got invalid_grant instead", Refreshed("groceries", "invalid_grant")),
        Case(new RefreshIsRefused("groceries", "invalid_grant"), "new tokens came", Refreshed("groceries")),
        Case(new RefreshIsRefused("groceries", "invalid_grant"), "groceries got server_error", Refreshed("groceries", "server_error")),
        Case(new TokensAreRenewed("groceries"), "renewed: groceries got fresh tokens", new AppRenewed("groceries", "renewed", null)),
        Case(
            new TokensAreRenewed("groceries"), "error login_required: groceries got no tokens",
            new AppRenewed("groceries", "error", "login_required")),
        Case(new SignInLogCounts(50140, 1, null), "the log is empty", Logged()),
        Case(new SignInLogCounts(50140, 1, null), "the log has 1 × 0, 2 × 50140", Logged(50140, 0, 50140)),
        Case(
            new NoSuchCookie(Sso), "x-ms-cpim-sso:demo_0 on login.localhost, until 2026-01-08 12:00:00Z", Kept, StoreRead),
    ];

    private static CodeMisused Misused(bool accepted) =>
        new("groceries", "wrong-verifier", accepted, accepted ? null : "invalid_grant");

    private static AppReady Ready => new("pharmacy", "web", true);

    private static LogoutTokenReceived Token => new("pharmacy", null, 1, 200);

    [TestCaseSource(nameof(Demands))]
    public void A_demand_says_of_what(Check check, string demand, Event[] seen) =>
        Assert.That(check.Judge(CheckCases.Numbered(seen)).Expected, Is.EqualTo(demand));

    [TestCaseSource(nameof(Sights))]
    public void What_was_seen_is_said(Check check, string sight, Event[] seen) =>
        Assert.That(check.Judge(CheckCases.Numbered(seen)).Actual, Is.EqualTo(sight));

    [Test]
    public void A_partitioned_cookie_is_told_with_its_partition() => Assert.That(
        StoredCookies.Describe(KeptInAPartition with { ExpiresAt = null }),
        Is.EqualTo("x-ms-cpim-sso:demo_0 on login.localhost, partitioned under https://shop.localhost, for this browser session"));

    private static TestCaseData Case(Check check, string says, params Event[] seen) =>
        new TestCaseData(check, says, seen).SetArgDisplayNames($"{check.Name}, {seen.Length} events", says);
}
