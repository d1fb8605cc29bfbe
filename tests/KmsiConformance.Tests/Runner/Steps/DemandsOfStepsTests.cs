using KmsiConformance.Checks;
using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Yaml;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>Each word of a step is a demand, and each demand has its check: one that is left out would fail nobody.</summary>
internal sealed class DemandsOfStepsTests
{
    private const string Stored = "the sso cookie exists";

    [TestCase("expect-cookie: { role: sso }", Stored)]
    [TestCase("expect-cookie: { role: sso, persistent: true }", Stored, "the sso cookie outlives the browser session")]
    [TestCase("expect-cookie: { role: sso, persistent: false }", Stored, "the sso cookie ends with the browser session")]
    [TestCase("expect-cookie: { role: sso, lasts: keep-alive }", Stored, "the sso cookie lasts keep-alive (7 days)")]
    [TestCase("expect-cookie: { role: sso, secure: true }", Stored, "the sso cookie is Secure")]
    [TestCase("expect-cookie: { role: sso, secure: false }", Stored, "the sso cookie is not Secure")]
    [TestCase("expect-cookie: { role: sso, http-only: true }", Stored, "the sso cookie is HttpOnly")]
    [TestCase("expect-cookie: { role: sso, http-only: false }", Stored, "the sso cookie is not HttpOnly")]
    [TestCase("expect-cookie: { role: sso, site: login }", Stored, "the sso cookie belongs to the host of login and to no other")]
    [TestCase("expect-cookie: { role: sso, same-site: strict }", Stored, "the sso cookie is SameSite strict")]
    [TestCase(
        "expect-cookie: { role: sso, new-at: sign-in }", Stored, "the sso cookie has a value that was not there before the sign-in")]
    [TestCase("expect-cookie: { role: sso, renewed: false }", Stored, "the sso cookie was not renewed by the last visit")]
    [TestCase("expect-cookie: { role: app-session, app: groceries }", "the app-session cookie of groceries exists")]
    [TestCase("expect-no-cookie: { role: sso }", "the sso cookie is not in the browser")]
    [TestCase("expect-no-cookie: { role: app-session, app: groceries }", "the app-session cookie of groceries is not in the browser")]
    public void Of_cookies(string step, params string[] demands) => Assert.That(Demands(step), Is.EqualTo(demands));

    [TestCase("expect-page: { keep-me-signed-in: offered }", "the credential page offers to keep the user signed in")]
    [TestCase("expect-page: { keep-me-signed-in: hidden }", "the credential page does not offer to keep the user signed in")]
    [TestCase(
        "expect-page: { stay-signed-in: shown }", "the user is asked whether to stay signed in",
        "the question comes after the credentials, and no credentials are asked for after it")]
    [TestCase(
        "expect-page: { stay-signed-in: absent }",
        "the sign-in goes through, and the user is not asked whether to stay signed in")]
    [TestCase("expect-page: { redirect: not-stored }", "the redirect that carries the code to the app is not to be stored")]
    [TestCase("expect-page: { framing: refused }", "the credential page says that no other site may frame it")]
    [TestCase("expect-page: { second-factor: asked }", "the user is asked for a second factor")]
    [TestCase("expect-page: { second-factor: not-asked }", "the app begins a session, and the user is not asked for a second factor")]
    public void Of_pages(string step, params string[] demands) => Assert.That(Demands(step), Is.EqualTo(demands));

    [TestCase("open: groceries\n  expect: silent", "silent: groceries gets a fresh code and nobody is asked")]
    [TestCase(
        "open: { app: groceries, as: alice }\n  expect: silent", "silent: groceries gets a fresh code and nobody is asked",
        "the protected page of groceries names ALICE")]
    [TestCase(
        "sign-in: { user: alice, app: groceries }",
        "signed-in: the page asks, the credentials are accepted, groceries begins a session")]
    [TestCase(
        "sign-in: { user: alice, app: groceries, stay-signed-in: 'yes' }", "the user is asked whether to stay signed in",
        "signed-in: the page asks, the credentials are accepted, groceries begins a session")]
    [TestCase("expect-log: { code: 50140, times: 2, user: alice }", "the sign-in log has 2 entries 50140 of ALICE")]
    [TestCase("expect-log: { code: 50140, times: 1 }", "the sign-in log has 1 entry 50140")]
    public void Of_sign_ins(string step, params string[] demands) => Assert.That(Demands(step), Is.EqualTo(demands));

    [TestCase("sign-out: groceries", "signed-out: the logout endpoint is called, and the browser comes back to groceries with its state")]
    [TestCase(
        "sign-out: { app: groceries, confirm: 'yes' }", "the login endpoint asks whether to sign out, and the user confirms it",
        "signed-out: the logout endpoint is called, and the browser comes back to groceries with its state")]
    [TestCase(
        "expect-notified: participants", "notified: every app of the session that has a LogoutUrl is called once",
        "not notified: no app is called that takes no part in the session", "by GET: LogoutUrls are called with GET",
        "in time: apps are called before the browser leaves the login endpoint")]
    [TestCase("expect-notified: { app: pharmacy, times: 0 }", "not notified: the sign-out does not call pharmacy")]
    [TestCase(
        "expect-notified: { app: pharmacy, times: 2 }", "notified: the sign-out calls the LogoutUrl of pharmacy 2 times",
        "by GET: LogoutUrls are called with GET", "in time: apps are called before the browser leaves the login endpoint")]
    [TestCase("expect-session-id: pharmacy", "pharmacy is told with the iss and the sid of its id_token")]
    [TestCase("expect-logout-token: { app: pharmacy, times: 0 }", "the server of pharmacy gets no logout token")]
    [TestCase("expect-logout-token: { app: pharmacy }", "the server of pharmacy gets 1 logout token that it can accept")]
    public void Of_sign_outs(string step, params string[] demands) => Assert.That(Demands(step), Is.EqualTo(demands));

    [TestCase("expect-token: { app: groceries, user: alice }", "the token of groceries has the sub that ALICE got when signing in")]
    [TestCase("expect-token: { app: groceries, auth-time: sign-in }", "auth_time is when credentials were last given in this session")]
    [TestCase(
        "misuse-code: { app: groceries, with: wrong-verifier }",
        "refused: a code is bound to the client with its secret, the address, policy and verifier of its request")]
    [TestCase(
        "misuse-code: { app: groceries, with: a-late-code }", "refused: a code is worth nothing any more after ten minutes")]
    [TestCase(
        "refresh: { app: groceries, as: pharmacy }\n  expect: 'error: invalid_grant'",
        "refused: the refresh token of groceries (as pharmacy) gives invalid_grant and no tokens")]
    [TestCase(
        "refresh: { app: groceries, token: former }\n  expect: 'error: invalid_grant'",
        "refused: the refresh token of groceries (the former token) gives invalid_grant and no tokens")]
    [TestCase(
        "expect-token: { app: groceries, sid: of-this-session }",
        "the token of groceries has a sid, which no session of the same user has on another device")]
    [TestCase(
        "expect-token: { app: groceries, acr-is-not: gold }",
        "the token of groceries does not claim the acr gold, which nobody has satisfied")]
    [TestCase("replay-code: groceries", "refused: a code that was exchanged is worth nothing")]
    [TestCase("refresh: groceries", "refreshed: groceries gets new tokens for its refresh token")]
    [TestCase("refresh: groceries\n  expect: 'error: invalid_grant'", "refused: groceries gets invalid_grant for its refresh token")]
    [TestCase("renew: kiosk", "renewed: kiosk gets fresh tokens in a hidden frame, and nobody is asked")]
    [TestCase("expect-session-state: groceries", "the last answer to groceries carries a session_state without spaces")]
    [TestCase("expect-asked: { provider: contoso, for: sign-in, times: 2 }", "contoso is asked for a sign-in 2 times")]
    public void Of_apps_and_providers(string step, params string[] demands) => Assert.That(Demands(step), Is.EqualTo(demands));

    // The target's name of a user is another than the scenario's.
    private static IEnumerable<string> Demands(string text)
    {
        var step = StepReader.Read(YamlFile.Parse($"- {text}", "step").Root).Single();
        var world = new JudgedWorld(name => name.ToUpperInvariant(), JudgedWorld.Unknown.Settings, null);
        return StepPerformer.All[step.GetType()].Checks(world, step, "b2c-2020-12")
            .Select(check => check.Judge(new Evidence([], [], default)).Expected).ToList();
    }
}
