using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;
using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>Which scenarios run at a target that declares its settings, and the sentence for those that do not.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FitnessTests : IDisposable
{
    private const string Steps = """
        steps:
          - sign-in: { user: alice, app: groceries }
          - open: groceries
            expect: silent
        """;

    private readonly TargetText _text = new();

    public void Dispose() => _text.Dispose();

    // The declared settings: session 20 minutes, kept 14 days, rolling, tenant, box offered.
    [TestCase("needs: { session: longer than 19 minutes }", null)]
    [TestCase("needs: { session: at least 20 minutes }", null)]
    [TestCase("needs: { session: longer than 20 minutes }", "needs session longer than 20 minutes, the target has 20 minutes")]
    [TestCase("needs: { session: shorter than keep-alive }", null)]
    [TestCase("needs: { keep-alive: longer than 2 * session + 1 day }", null)]
    [TestCase("needs: { keep-alive: exactly 7 days }", "needs keep-alive exactly 7 days, the target has 14 days")]
    [TestCase("needs: { keep-alive: none }", "needs keep-alive none, the target has 14 days")]
    [TestCase("needs: { expiry: rolling, scope: tenant, keep-me-signed-in: offered }", null)]
    [TestCase("needs: { expiry: absolute }", "needs expiry absolute, the target has rolling")]
    [TestCase("needs: { scope: application }", "needs scope application, the target has tenant")]
    [TestCase("needs: { scope: [policy, tenant] }", null)]
    [TestCase("needs: { scope: [application, policy] }", "needs scope application or policy, the target has tenant")]
    [TestCase("needs: { session: longer than 2 minutes and shorter than 1 hour }", null)]
    [TestCase("needs: { session: longer than 2 minutes and at most 19 minutes }", "needs session at most 19 minutes, the target has 20")]
    [TestCase("needs: { session: { oidc: at least keep-alive } }", "needs session at least keep-alive, the target has 20 minutes")]
    [TestCase("needs: { session: { b2c-2018-08: at least keep-alive } }", null)]
    [TestCase("needs: { expiry: { b2c-2018-08: rolling, otherwise: absolute } }", "needs expiry absolute, the target has rolling")]
    [TestCase("needs: { expiry: { oidc: rolling, otherwise: absolute } }", null)]
    [TestCase("needs: { scope: { oidc: [application, policy] } }", "needs scope application or policy, the target has tenant")]
    [TestCase("needs: { second-factor: true }", "needs second-factor true, the target has false")]
    [TestCase("policy: { session: 20 minutes }", null)]
    [TestCase("policy: { session: 30 minutes }", "needs session exactly 30 minutes, the target has 20 minutes")]
    [TestCase("policy: { session: 30 minutes }\nneeds: {}", null)]
    [TestCase("policy: { token-issuer: no-protocol }", "needs token-issuer no-protocol, the target has nothing to say of it")]
    [TestCase("policy: { file: policies/2018-08-seven-days.xml }", "plays the policy file policies/2018-08-seven-days.xml")]
    [TestCase("tenant: { stay-signed-in: hidden }", "needs settings of a tenant (Show option to remain signed in: No)")]
    [TestCase("apps: { groceries: { logout-url: works } }", "needs groceries to be told of sign-outs in the browser")]
    [TestCase("apps: { groceries: { kind: spa } }", "needs groceries to be an app of kind spa, it is registered as web")]
    [TestCase("apps: { groceries: { offline-access: true } }", "needs groceries to have refresh tokens")]
    [TestCase("apps: { pharmacy: { response-mode: fragment } }", null, Description = "pharmacy is used by no step")]
    [TestCase("apps: { bakery: { session: 1 hour } }", "needs an app 'bakery', and the target file names none")]
    public void The_declared_settings_are_held_to_what_a_scenario_needs(string keys, string? reason)
    {
        var said = Fitness.WhyNot(_text.Read(TargetText.Good), Scenario(keys, Steps));
        Assert.That(said, reason is null ? Is.Null : Does.Contain(reason));
    }

    // As before, and used or not a session ends after an hour, a kept one after 30 days.
    [TestCase("", "- wait: 10 minutes\n- open: groceries\n  expect: silent", null)]
    [TestCase("", "- wait: 59 minutes\n- open: groceries\n  expect: silent", null)]
    [TestCase("", "- wait: 1 hour\n- open: groceries\n  expect: silent", "live on after 1 hour")]
    [TestCase("", "- wait-until: sign-in + 3 * session\n- open: groceries\n  expect: silent", "live on after 1 hour")]
    [TestCase("", "- wait: 2 hours\n- open: groceries\n  expect: prompt", null)]
    [TestCase("", "- wait-until: next 03-28T00:30Z\n- open: groceries\n  expect: silent", "live on after 1 hour")]
    [TestCase(
        "", "- wait-until: next 03-28T00:30Z\n- sign-in: { user: alice, app: groceries }\n- open: pharmacy\n  expect: silent", null)]
    [TestCase("", "- wait: 50 minutes\n- repeat:\n    times: 2\n    steps:\n      - wait: 9 minutes\n      "
        + "- open: groceries\n        expect: silent", "live on after 1 hour")]
    [TestCase("", "- sign-in: { user: alice, app: groceries, keep-me-signed-in: true }\n- wait: 29 days\n- open: groceries\n  "
        + "expect: silent", null)]
    [TestCase("", "- sign-in: { user: alice, app: groceries, keep-me-signed-in: true }\n- wait: 30 days\n- open: groceries\n  "
        + "expect: silent", "live on after 30 days")]
    [TestCase("", "- wait: 2 hours\n- reload: groceries\n  expect: silent", "live on after 1 hour")]
    [TestCase("devices: [laptop, phone]", "- use-device: phone\n- sign-in: { user: alice, app: groceries }\n- use-device: laptop\n"
        + "- wait: 2 hours\n- open: groceries\n  expect: silent", "live on after 1 hour")]
    [TestCase("", "- wait: 2 hours\n- open: groceries\n  expect: prompt\n- fill-in: { user: alice, app: groceries }\n- wait: 30 minutes\n"
        + "- open: groceries\n  expect: silent", null)]
    [TestCase("policy: { session: 20 minutes, maximum: 1 hour, expiry: rolling }", "- wait: maximum\n- open: groceries\n  expect: silent",
        null, Description = "It knows what it does.")]
    [TestCase("policy: { session: 20 minutes, maximum: 2 hours, expiry: rolling }", "- wait: maximum\n- open: groceries\n  expect: silent",
        "needs maximum exactly 2 hours, the target has 1 hour")]
    [TestCase("needs: { maximum: none }", "- open: groceries\n  expect: silent", "needs maximum none, the target has 1 hour")]
    [TestCase("needs: { keep-alive-maximum: longer than 2 * keep-alive }", "- open: groceries\n  expect: silent", null)]
    public void A_session_is_not_expected_to_outlast_a_declared_maximum(string keys, string steps, string? reason)
    {
        var target = _text.Read("expiry: rolling", "expiry: rolling\n  maximum: 1 hour\n  keep-alive-maximum: 30 days");
        var said = Fitness.WhyNot(target, Scenario(keys, "steps:\n- sign-in: { user: alice, app: groceries }\n" + steps));
        Assert.That(said, reason is null ? Is.Null : Does.Contain(reason));
    }

    [TestCase("needs: { session: longer than 1 minute }", false)]
    [TestCase("needs: { keep-alive: at most 30 days }", false)]
    [TestCase("needs: { scope: suppressed }", true)]
    [TestCase("policy: { scope: suppressed, session: 20 minutes }", true)]
    public void Where_the_scope_is_suppressed_no_session_lasts(string keys, bool runs)
    {
        var said = Fitness.WhyNot(_text.Read("scope: tenant", "scope: suppressed"), Scenario(keys, Steps));
        Assert.That(said, runs ? Is.Null : Does.Contain("the target has no sessions at all: their scope is suppressed"));
    }

    [Test]
    public void A_user_or_a_part_that_the_target_does_not_have_is_named()
    {
        var target = _text.Read(TargetText.Good + "\nabsent:\n  prompt: it is a plain form\n");
        Assert.That(
            Fitness.WhyNot(target, Scenario("", Steps.Replace("alice", "bob", StringComparison.Ordinal))),
            Does.Contain("needs a user 'bob'"));
        Assert.That(
            Fitness.WhyNot(
                target, Scenario("", Steps.Replace("open: groceries", "open: { app: groceries, prompt: none }", StringComparison.Ordinal))),
            Does.Contain("needs prompt").And.Contain("it is a plain form"));
        Assert.That(Fitness.WhyNot(target, Scenario("", Steps)), Is.Null);
    }

    // The file that speaks both names groceries of kind web and garage of kind saml, which is told of sign-outs.
    [TestCase("apps: { garage: { kind: saml } }", "garage", null)]
    [TestCase("apps: { garage: { kind: saml, logout-url: works } }", "garage", null)]
    [TestCase("apps: { garage: { kind: web } }", "garage", "needs garage to be an app of kind web, it is registered as saml")]
    [TestCase("apps: { groceries: { kind: saml } }", "groceries", "needs groceries to be an app of kind saml, it is registered as web")]
    [TestCase("apps: { van: { kind: saml } }", "van", "needs an app 'van', and the target file names none")]
    public void A_scenario_with_SAML_apps_is_played_where_the_file_names_such_apps(string keys, string app, string? reason)
    {
        var scenario = Scenario(keys, Steps.Replace("groceries", app, StringComparison.Ordinal));
        Assert.That(Fitness.WhyNot(_text.Read(TargetText.Both), scenario), reason is null ? Is.Null : Does.Contain(reason));
    }

    [TestCase("role: sso, secure: true", "http", false)]
    [TestCase("role: sso, secure: true", "https", true)]
    [TestCase("role: sso, persistent: false", "http", true)]
    [TestCase("role: app-session, app: groceries, secure: true", "http", true)]
    public void Whether_a_cookie_is_kept_to_TLS_is_not_asked_where_there_is_none(string cookie, string scheme, bool runs)
    {
        var target = _text.Read(TargetText.Good.Replace("discovery: http:", $"discovery: {scheme}:", StringComparison.Ordinal));
        var said = Fitness.WhyNot(target, Scenario("", $"{Steps}\n  - expect-cookie: {{ {cookie} }}"));
        Assert.That(said, runs ? Is.Null : Does.Contain("this target is spoken to without"));
    }

    [Test]
    public void An_app_that_is_told_cannot_be_one_that_is_not()
    {
        const string NotTold = "  - expect-notified: { app: garage, times: 0 }";
        var steps = Steps.Replace("groceries", "garage", StringComparison.Ordinal) + "\n" + NotTold;
        var scenario = Scenario("apps: { garage: { kind: saml } }", steps);
        Assert.That(Fitness.WhyNot(_text.Read(TargetText.Both), scenario), Does.Contain("needs garage not to be told of sign-outs"));
        var silent = _text.Read(TargetText.Both.Replace(", single-logout: /saml/slo", "", StringComparison.Ordinal));
        Assert.That(Fitness.WhyNot(silent, scenario), Is.Null);
    }

    [Test]
    public void A_SAML_app_without_a_SingleLogoutService_is_told_of_no_sign_out()
    {
        var target = _text.Read(TargetText.Both.Replace(", single-logout: /saml/slo", "", StringComparison.Ordinal));
        const string Told = "apps: { garage: { kind: saml, logout-url: works } }";
        var scenario = Scenario(Told, Steps.Replace("groceries", "garage", StringComparison.Ordinal));
        Assert.That(Fitness.WhyNot(target, scenario), Does.Contain("needs garage to be told of sign-outs in the browser (single-logout)"));
    }

    [Test]
    public void A_need_that_cannot_be_understood_is_a_problem_of_its_file()
    {
        Assert.That(
            () => Scenario("needs: { session: longer than a while }", Steps),
            Throws.TypeOf<SuiteException>().With.Message.Contains("duration"));
        Assert.That(() => Scenario("needs: { session: big }", Steps), Throws.TypeOf<SuiteException>());
        Assert.That(
            () => Scenario("needs: { session: longer than 1 minute and big }", Steps),
            Throws.TypeOf<SuiteException>().With.Message.Contains("found 'big'"));
        Assert.That(() => Scenario("needs: { scope: [tenant, everywhere] }", Steps), Throws.TypeOf<SuiteException>());
        Assert.That(() => Scenario("needs: { session: { b2c-1999: longer than 1 minute } }", Steps), Throws.TypeOf<SuiteException>());
    }

    private static Scenario Scenario(string keys, string steps) => new ScenarioReader(
        SchemaCheck.Read(Path.Combine(RealBrowser.Suite.Folder, "scenario.schema.json")), ["oidc"])
        .Read("own/one", YamlFile.Parse(
            $"title: A scenario of this test alone\nrequirements: [N-01]\nprofiles: [oidc]\n{keys}\n{steps}", "one.yaml"));
}
