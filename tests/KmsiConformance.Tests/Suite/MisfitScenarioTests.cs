using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>What makes sense elsewhere, and none where it stands: for this kind of app, or under this profile.</summary>
internal sealed class MisfitScenarioTests
{
    private const string Good = """
        title: It works as it should
        requirements: [R-004]
        steps:
          - sign-in: { user: alice, app: groceries }
          - wait: 2 minutes
          - open: groceries
            expect: silent
        """;

    // What needs a protocol is refused where none is spoken, and what only a site can answer elsewhere.
    [TestCase("web", "open: { app: groceries, prompt: login }\n    expect: prompt", "takes no prompt")]
    [TestCase("web", "open: { app: groceries, via: link }\n    expect: prompt", "takes no via")]
    [TestCase("web", "open: { app: groceries, max-age: 0 }\n    expect: prompt", "takes no max-age")]
    [TestCase("web", "sign-in: { user: alice, app: groceries, prompt: login }", "takes no prompt")]
    [TestCase("web", "sign-out: { app: groceries, hint: none }", "takes no hint")]
    [TestCase("web", "refresh: groceries", "nothing of this kind happens there")]
    [TestCase("web", "expect-token: { app: groceries, user: alice }", "nothing of this kind happens there")]
    [TestCase("web", "forget-app: groceries", "nothing of this kind happens there")]
    [TestCase("web", "expect-cookie: { role: app-session, app: groceries }", "no app-session cookie")]
    [TestCase("web", "sign-in: { user: alice, app: groceries, return-to: unregistered }", "belong together")]
    [TestCase("web", "sign-in: { user: alice, app: groceries }\n    expect: no-redirect", "belong together")]
    [TestCase("web", "open: { app: groceries, as: alcie }\n    expect: silent", "There is no user 'alcie'")]
    [TestCase("web", "sign-in: { user: alice, app: groceries, return-to: unregistered, via: sign-in-page }\n    expect: no-redirect",
        "'via' has no effect")]
    [TestCase("oidc", "sign-in: { user: alice, app: groceries, via: sign-in-page }", "is no such site")]
    [TestCase("web", "forge: { what: stay-signed-in, user: bob, app: groceries }\n  - open: groceries\n    expect: prompt",
        "only 'sign-in' and 'sign-out' can be carried over")]
    [TestCase("oidc", "open: { app: groceries, as: alice }\n    expect: silent", "'expect-token'")]
    [TestCase("oidc", "sign-in: { user: alice, app: groceries, return-to: unregistered }\n    expect: no-redirect", "is no such site")]
    public void What_a_profile_has_no_use_for_is_refused(string profile, string step, string said)
    {
        var requirement = profile == "web" ? "W-01" : "N-01";
        var wrong = Assert.Throws<SuiteException>(
            () => Load($"title: It works as it should\nrequirements: [{requirement}]\nprofiles: [{profile}]\nsteps:\n  - {step}"));
        Assert.That(wrong.Problems.Select(problem => problem.Message), Has.One.Contains(said));
        Assert.That(wrong.Problems.Select(problem => problem.Line), Is.All.EqualTo(5));
    }

    [TestCase("oidc", "at least 2", "Only a site that speaks no protocol can claim a level of assurance, and oidc judges none")]
    [TestCase("nist-800-63b-3", "at least 4", "at least 4")]
    [TestCase("nist-800-63b-3", "2", "assurance")]
    [TestCase("nist-800-63b-3", "{ oidc: at least 1 }", null)]
    [TestCase("nist-800-63b-3", "at least 2", null)]
    public void A_level_is_needed_where_somebody_can_claim_it(string profile, string need, string? said)
    {
        var requirement = profile == "oidc" ? "N-01" : "G-13";
        var text = $"title: It works as it should\nrequirements: [{requirement}]\nprofiles: [{profile}]\nneeds: {{ assurance: {need} }}\n"
            + "steps:\n  - open: groceries\n    expect: prompt";
        if (said is null) Assert.That(() => Load(text), Throws.Nothing);
        else Assert.That(Assert.Throws<SuiteException>(() => Load(text)).Problems.Select(one => (one.Line, one.Message)),
            Has.One.Matches<(int Line, string Message)>(one => one.Line == 4 && one.Message.Contains(said, StringComparison.Ordinal)));
    }

    [Test]
    public void An_app_on_one_device_does_not_say_on_which()
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good
            .Replace("steps:", "devices: [laptop, phone]\napps: { groceries: { kind: native } }\nsteps:", StringComparison.Ordinal)
            .Replace("wait: 2 minutes", "use-device: phone", StringComparison.Ordinal)));
        Assert.That(wrong.Problems.Single().Message, Does.StartWith("groceries is an app on one device"));
    }

    [TestCase("native", "go-back: groceries\n    expect: prompt", "history has no page of it")]
    [TestCase("spa", "reload: groceries\n    expect: app-session", "history has no page of it")]
    [TestCase("spa", "expect-token: { app: groceries, cache-control: no-store }", "gets no tokens from the token endpoint")]
    public void An_app_without_a_server_has_no_such_pages_and_no_such_answers(string kind, string step, string said)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good
            .Replace("steps:", $"apps: {{ groceries: {{ kind: {kind} }} }}\nsteps:", StringComparison.Ordinal)
            .Replace("wait: 2 minutes", step, StringComparison.Ordinal)));
        Assert.That(wrong.Problems.Single().Message, Does.Contain(said));
    }

    [TestCase("kind: spa, rolling: true", "Only an app with a server has a cookie")]
    [TestCase("kind: spa, same-site: lax", "Only an app with a server has a cookie")]
    [TestCase("kind: native, chunked: true", "Only an app with a server has a cookie")]
    [TestCase("logout-url: lax, same-site: none", "leave out one of the two")]
    [TestCase("same-site: sometimes", "sometimes")]
    public void A_cookie_that_no_app_of_the_kind_has_is_refused(string settings, string said)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good
            .Replace("steps:", $"apps: {{ groceries: {{ {settings} }} }}\nsteps:", StringComparison.Ordinal)));
        Assert.That(wrong.Message, Does.Contain(said).And.Contain("one.yaml(3,"));
    }

    [TestCase("session: 30 minutes", "no session of an app")]
    [TestCase("rolling: true", "no cookie of an app's session")]
    [TestCase("same-site: strict", "no cookie of an app's session")]
    public void An_app_on_a_site_has_no_session_of_its_own(string setting, string said)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load($$"""
            title: It works as it should
            requirements: [W-01]
            profiles: [web]
            apps: { groceries: { {{setting}} } }
            steps:
              - open: groceries
                expect: prompt
            """));
        Assert.That(wrong.Message, Does.Contain(said));
    }

    [TestCase("sign-out: { app: groceries, method: post }", "a LogoutRequest, which has no hint")]
    [TestCase("open: { app: groceries, max-age: 60 }\n    expect: silent", "an AuthnRequest says IsPassive")]
    public void What_no_SAML_app_can_do_is_named_where_the_profile_means_such_apps(string step, string names)
    {
        var text = Good.Replace("requirements: [R-004]", "requirements: [D-01]\nprofiles: [oidc, saml]", StringComparison.Ordinal)
            .Replace("wait: 2 minutes", step, StringComparison.Ordinal);
        Assert.That(() => Load(text), Throws.TypeOf<SuiteException>().With.Message.Contains(names));
        Assert.That(() => Load(text.Replace("[oidc, saml]", "[oidc]", StringComparison.Ordinal)), Throws.Nothing);
    }

    private static ScenarioSuite Load(string scenario)
    {
        using var scratch = new ScratchSuite().With("area/one", scenario);
        return scratch.Load();
    }
}
