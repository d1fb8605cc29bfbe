using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Time;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>Whatever is wrong in a scenario file, the message names the place, what was expected and what stands there.</summary>
internal sealed class BadScenarioTests
{
    private string _folder = "";

    [SetUp]
    public void CopyWhatScenariosNeed() => _folder = SuiteFolder.New("area");

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    private const string Good = """
        title: It works as it should
        requirements: [R-004]
        steps:
          - sign-in: { user: alice, app: groceries }
          - wait: 2 minutes
          - open: groceries
            expect: silent
        """;

    [Test]
    public void The_unspoilt_scenario_loads()
    {
        var scenario = Load(Good).Scenarios.Single();
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Id, Is.EqualTo("area/one"));
            Assert.That(scenario.Steps, Has.Count.EqualTo(3));
            Assert.That(scenario.Steps[2].Line, Is.EqualTo(6));
            Assert.That(scenario.Profiles, Has.All.StartsWith("b2c-"));
        });
    }

    [TestCase("user: alice", "usre: alice", 4, "usre")]
    [TestCase("wait: 2 minutes", "expect-log: { cod: 0 }", 5, "cod")]
    [TestCase("wait: 2 minutes", "tamper-cookie: { rol: sso }", 5, "rol")]
    [TestCase("title: It works", "titel: It works", 1, "titel")]
    [TestCase("- open: groceries", "- opne: groceries", 6, "Did you mean open?")]
    [TestCase("wait: 2 minutes", "wait: 2 fortnights", 5, "2 fortnights")]
    [TestCase("wait: 2 minutes", "wait-until: tomorrow", 5, "tomorrow")]
    [TestCase("R-004", "R-999", 1, "R-999")]
    [TestCase("[R-004]", "R-004", 2, "list")]
    [TestCase("app: groceries }", "app: bakery }", 4, "bakery")]
    [TestCase("expect: silent", "expect: quiet", 6, "quiet")]
    [TestCase("expect: silent", "expect: { b2c-2018-08: silent }", 6, "b2c-2016-09")]
    [TestCase("    expect: silent", "", 6, "expect")]
    [TestCase("{ user: alice, app: groceries }", "{ user: alice, app: groceries", 6, "YAML")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\npolicy: { file: policies/none.xml }", 3, "policies/none.xml")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\nprofiles: [b2c-1999-01]", 3, "b2c-1999-01")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\npolicy: { maximum: 2 days }", 3, "has no effect")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\npolicy: { maximum: 2 hours, expiry: rolling }", 3, "more than 1 day")]
    [TestCase("wait: 2 minutes", "misuse-code: { app: groceries, with: other-client }", 5, "by: pharmacy")]
    [TestCase("wait: 2 minutes", "refresh: groceries", 5, "offline-access: true")]
    [TestCase(
        "requirements: [R-004]", "requirements: [R-004]\npolicy: { session: 2 hours, maximum: 1 hour, expiry: rolling }", 3,
        "Expected more than 2 hours")]
    [TestCase(
        "requirements: [R-004]", "requirements: [R-004]\npolicy: { keep-alive-maximum: 3 days, expiry: rolling }", 3,
        "Nobody is kept signed in here")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\npolicy: { keep-alive: forever }", 3, "forever")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\napps: { groceries: { kind: native, logout-url: works } }", 3, "native app")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\napps: { groceries: { kind: spa, logout-url: lax } }", 3, "session cookie")]
    [TestCase("  - open: groceries\n    expect: silent", "  - renew: groceries", 6, "no single-page app")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\napps: { groceries: { logout-url: sometimes } }", 3, "sometimes")]
    [TestCase("steps:", "apps: { groceries: { kind: spa, back-channel-logout: true } }\nsteps:", 3, "Only the server of a web app")]
    [TestCase("steps:", "apps: { groceries: { kind: saml, offline-access: true } }\nsteps:", 3, "no refresh token")]
    [TestCase("wait: 2 minutes", "misuse-code: { app: groceries, with: no-secret }", 5, "confidential: true")]
    [TestCase("steps:", "apps: { groceries: { kind: spa, confidential: true } }\nsteps:", 3, "leave out confidential")]
    [TestCase("wait: 2 minutes", "refresh: { app: groceries, as: pharmacy }", 5, "error: invalid_grant")]
    [TestCase("wait: 2 minutes", "refresh: { app: groceries, token: former }", 5, "'token: former'")]
    [TestCase("wait: 2 minutes", "refresh: { app: groceries, as: pharmacy, token: former }", 5, "one at a time")]
    [TestCase(
        "wait: 2 minutes", "refresh: { app: groceries, as: groceries }\n    expect: { error: invalid_grant }", 5, "another one by 'as'")]
    [TestCase("wait: 2 minutes", "expect-token: { app: groceries, sid: of-this-session }", 5, "devices: [laptop, phone]")]
    [TestCase("app: groceries }", "app: groceries, cancel: true }", 4, "name it by 'with'")]
    [TestCase("app: groceries }", "app: groceries, consent: refuse }", 4, "expect: { error: access_denied }")]
    [TestCase("- open: groceries", "- open: { app: groceries, consent: refuse }", 6, "expect: { error: access_denied }")]
    [TestCase(
        "steps:", "apps: { garage: { kind: saml } }\nsteps:\n  - open: { app: garage, consent: refuse }\n    expect: { error: any }", 5,
        "no document of SAML speaks of consent")]
    [TestCase("app: groceries }", "app: groceries, password: former }", 4, "No step before it changes the password of alice")]
    [TestCase("wait: 2 minutes", "forge: { what: logout-request, user: bob, app: groceries }", 5, "belong together")]
    [TestCase("wait: 2 minutes", "forge: { what: sign-in, user: bob, app: groceries, flaw: unsigned }", 5, "belong together")]
    [TestCase(
        "wait: 2 minutes", "forge: { what: logout-request, user: bob, app: groceries, flaw: unsigned }", 5, "name an app of kind saml")]
    [TestCase("steps:", "apps: { groceries: { back-channel-logout: sometimes } }\nsteps:", 3,
        "expected one of true, false, error, hangs, found 'sometimes'")]
    [TestCase("app: groceries }", "app: groceries, do-not-ask-again: true }", 4, "'stay-signed-in'")]
    [TestCase("app: groceries }", "app: groceries, one-time-code: wrong }", 4, "Nobody asks for a one-time code")]
    [TestCase("wait: 2 minutes", "use-device: phone", 5, "There is no device 'phone'")]
    [TestCase("expect: silent", "expect: silent\n  - forge: { what: sign-out, user: bob, app: groceries }", 8, "add 'open' after it")]
    [TestCase("expect: silent", "expect: silent\n  - forge: { what: sign-in, user: bob, app: groceries }", 8, "add 'open' after it")]
    [TestCase("wait: 2 minutes", "go-back: groceries", 5, "expect")]
    [TestCase("wait: 2 minutes", "go-back: groceries\n    expect: signed-in", 5, "signed-in")]
    [TestCase("wait: 2 minutes", "go-back: { app: groceries, to: start }\n    expect: prompt", 5, "start")]
    [TestCase(
        "wait: 2 minutes", "go-back: { app: groceries, to: sign-in-page }\n    expect: prompt", 5, "expect nobody-signed-in")]
    [TestCase("wait: 2 minutes", "reload: bakery\n    expect: prompt", 5, "bakery")]
    [TestCase("expect: silent", "expect: nobody-signed", 6, "nobody-signed-in")]
    [TestCase("wait: 2 minutes", "expect-token: { app: groceries, cache-control: no-cache }", 5, "no-cache")]
    [TestCase("wait: 2 minutes", "expect-token: { app: groceries }", 5, "proves nothing")]
    [TestCase("wait: 2 minutes", "expect-page: { form-post: no-store, cache-control: no-store }", 5, "expect-page")]
    [TestCase("wait: 2 minutes", "expect-cookie: { path: / }", 5, "which cookie is meant")]
    [TestCase("wait: 2 minutes", "expect-cookie: { role: sso, prefix: __host- }", 5, "__host-")]
    [TestCase("wait: 2 minutes", "expect-cookie: { role: sso, count: 0 }", 5, "0")]
    [TestCase("wait: 2 minutes", "account: { user: alcie, event: disabled }", 5, "Did you mean alice?")]
    [TestCase("wait: 2 minutes", "account: { user: alice, event: forgotten }", 5, "forgotten")]
    [TestCase("wait: 2 minutes", "account: { user: alice }", 5, "event")]
    [TestCase("wait: 2 minutes", "clock-off: { browser: 10 minutes }", 5, "10 minutes")]
    [TestCase("wait: 2 minutes", "clock-off: { browsers: 10 minutes behind }", 5, "browsers")]
    [TestCase("wait: 2 minutes", "clock-off: { browser: 0 seconds ahead }", 5, "no time at all")]
    [TestCase("wait: 2 minutes", "clock-off: { apps: keep-alive ahead }", 5, "'keep-alive' is used")]
    [TestCase("wait: 2 minutes", "clock-off: { providers: 1 hour ahead }", 5, "There are no identity providers")]
    [TestCase("steps:", "clock: real\nsteps:\n  - clock-off: { browser: 1 hour ahead }", 5, "touches no clock")]
    [TestCase(
        "steps:", "devices: [laptop, phone]\nsteps:\n  - use-device: phone\n  - clock-off: { browser: 1 hour ahead }", 6,
        "which of the devices")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\ntabs: [first]", 3, "tabs")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\ntabs: [first, second]", 3, "No step uses the tab second")]
    [TestCase("wait: 2 minutes", "use-tab: second", 5, "There is no tab 'second'")]
    [TestCase("steps:", "tabs: [first, second]\nsteps:\n  - use-tab: first\n  - use-tab: second", 4, "in the tab first already")]
    [TestCase("steps:", "tabs: [first, second]\nsteps:\n  - use-tab: second", 3, "no difference here that there are several tabs")]
    [TestCase("wait: 2 minutes", "fill-in: { user: alice, app: groceries }", 5, "leaves the sign-in page of groceries open here")]
    [TestCase(
        "wait: 2 minutes", "open: pharmacy\n    expect: prompt\n  - fill-in: { user: alice, app: groceries }", 7, "'app: pharmacy'")]
    [TestCase(
        "wait: 2 minutes", "open: groceries\n    expect: prompt\n  - restart-browser: quit\n  - fill-in: { user: bob, app: groceries }", 8,
        "leaves the sign-in page")]
    [TestCase(
        "steps:",
        "tabs: [first, second]\nsteps:\n  - open: groceries\n    expect: prompt\n  - use-tab: second\n"
        + "  - fill-in: { user: bob, app: groceries }\n  - use-tab: first\n  - fill-in: { user: bob, app: groceries }", 8, "in this tab")]
    [TestCase("wait: 2 minutes", "forge: { what: sign-in, user: bob, app: bakery }", 5, "bakery")]
    [TestCase("wait: 2 minutes", "forge: { what: sign-up, user: bob, app: groceries }", 5, "sign-up")]
    [TestCase(
        "steps:",
        "identity-providers: { contoso: {} }\nsteps:\n  - forge: { what: sign-in, user: bob, app: groceries, with: contoso }", 5,
        "what: provider-answer")]
    [TestCase("wait: 2 minutes", "sign-in: { user: bob, app: groceries, one-time-code: again }", 5, "second-factor: true")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\ndevices: [laptop]", 3, "devices")]
    [TestCase("requirements: [R-004]", "requirements: [R-004]\ndevices: [laptop, phone]", 3, "No step uses the device phone")]
    public void What_is_wrong_is_named_with_its_place(string good, string bad, int line, string names)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(wrong.Message, Does.Contain(names));
            Assert.That(wrong.Problems.Select(problem => problem.File), Is.All.EndsWith("catalogue/area/one.yaml"));
            Assert.That(wrong.Problems.Min(problem => problem.Line), Is.InRange(Math.Max(1, line - 1), line + 1), wrong.Message);
        });
    }

    // Each step names somebody who is not there, and means somebody who is.
    [TestCase("sign-in: { user: alcie, app: groceries }", "user", "alice")]
    [TestCase("sign-in: { user: alice, app: grocreies }", "app", "groceries")]
    [TestCase("sign-in: { user: alice, app: groceries, with: contso }", "identity provider", "contoso")]
    [TestCase("sign-in: { user: alice, app: groceries, domain-hint: contso }", "identity provider", "contoso")]
    [TestCase("open: grocreies\n    expect: silent", "app", "groceries")]
    [TestCase("open: { app: groceries, with: contso }\n    expect: silent", "identity provider", "contoso")]
    [TestCase("open: { app: groceries, domain-hint: contso }\n    expect: silent", "identity provider", "contoso")]
    [TestCase("sign-in-at: { provider: contso, user: alice }", "identity provider", "contoso")]
    [TestCase("sign-in-at: { provider: contoso, user: alcie }", "user", "alice")]
    [TestCase("sign-out-at: { provider: contso }", "identity provider", "contoso")]
    [TestCase("expect-asked: { provider: contso, for: sign-in }", "identity provider", "contoso")]
    [TestCase("sign-out: grocreies", "app", "groceries")]
    [TestCase("sign-out: { app: grocreies, hint: none }", "app", "groceries")]
    [TestCase("expect-notified: { app: grocreies }", "app", "groceries")]
    [TestCase("expect-session-state: grocreies", "app", "groceries")]
    [TestCase("expect-session-id: grocreies", "app", "groceries")]
    [TestCase("expect-logout-token: { app: grocreies }", "app", "groceries")]
    [TestCase("replay-code: grocreies", "app", "groceries")]
    [TestCase("misuse-code: { app: grocreies, with: no-verifier }", "app", "groceries")]
    [TestCase("misuse-code: { app: groceries, with: other-client, by: pharmcy }", "app", "pharmacy")]
    [TestCase("refresh: grocreies", "app", "groceries")]
    [TestCase("refresh: { app: groceries, as: pharmcy }\n    expect: { error: invalid_grant }", "app", "pharmacy")]
    [TestCase("renew: grocreies", "app", "groceries")]
    [TestCase("expect-token: { app: grocreies, auth-time: sign-in }", "app", "groceries")]
    [TestCase("expect-token: { app: groceries, user: alcie }", "user", "alice")]
    [TestCase("expect-log: { code: 0, user: alcie }", "user", "alice")]
    [TestCase("forget-app: contso", "app or identity provider", "contoso")]
    [TestCase("delete-cookie: { role: ssso }", "cookie role", "sso")]
    [TestCase("tamper-cookie: { role: ssso }", "cookie role", "sso")]
    [TestCase("copy-cookie: { role: ssso }", "cookie role", "sso")]
    [TestCase("paste-cookie: { role: ssso }", "cookie role", "sso")]
    [TestCase("expect-cookie: { role: app-session, app: grocreies }", "app", "groceries")]
    [TestCase("expect-cookie: { role: provider-session, provider: contso }", "identity provider", "contoso")]
    [TestCase("expect-cookie: { role: sso, site: logni }", "site", "login")]
    [TestCase("expect-no-cookie: { role: app-session, app: grocreies }", "app", "groceries")]
    [TestCase("expect-no-cookie: { role: app-sesion, app: groceries }", "cookie role", "app-session")]
    public void A_name_that_stands_for_nothing_is_refused_with_the_nearest_one(string step, string kind, string meant)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load($$"""
            title: It works as it should
            requirements: [R-004]
            identity-providers: { contoso: {} }
            steps:
              - repeat:
                  times: 2
                  steps:
                    - {{step.Replace("\n    ", "\n          ", StringComparison.Ordinal)}}
            """));
        var problem = wrong.Problems.Single();
        var line = "        - " + step.Split('\n')[0];
        var written = problem.Message.Split('\'')[1];
        Assert.Multiple(() =>
        {
            Assert.That(problem.Message, Does.StartWith($"There is no {kind} '").And.Contain($"Did you mean {meant}?"));
            Assert.That((problem.Line, problem.Column), Is.EqualTo((8, line.IndexOf(written, StringComparison.Ordinal) + 1)));
        });
    }

    [TestCase("[R-004]", "[R-040]\ntenant: { users: { bbo: { guest: true } } }", 3, "Did you mean bob?")]
    [TestCase("[R-004]", "[R-004]\ntenant: { persistent-browser-session: { bbo: never } }", 3, "Did you mean bob?")]
    [TestCase("[R-004]", "[R-004]\ntenant: { needs-consent: [pharmcy] }", 3, "Did you mean pharmacy?")]
    [TestCase("[R-004]", "[R-004, R-9999]", 2, "R-9999")]
    [TestCase("[R-004]", "[R-004]\npolicy: { file: policies/2018-08-seven-day.xml }", 3, "Did you mean policies/2018-08-seven-days.xml?")]
    [TestCase("[R-004]", "[R-004]\nother-policy: { session: 20 minutes }", 3, "No step uses the second policy")]
    [TestCase("- wait: 2 minutes", "- expect-no-cookie: { role: app-session, provider: contoso }", 5, "no 'provider'")]
    [TestCase("- wait: 2 minutes", "- expect-no-cookie: { role: app-session }", 5, "expected the key 'app'")]
    [TestCase(
        "[R-004]\nsteps:", "[R-004]\napps: { shop: { kind: spa } }\nsteps:\n  - expect-no-cookie: { role: app-session, app: shop }",
        5, "nothing to look at")]
    public void What_could_only_pass_by_accident_is_refused(string good, string bad, int line, string says)
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.That(wrong.Problems.Single().Message, Does.Contain(says));
        Assert.That(wrong.Problems.Single().Line, Is.EqualTo(line));
    }

    [Test]
    public void A_folder_without_a_cast_says_what_it_needs()
    {
        File.Delete(Path.Combine(_folder, "users.yaml"));
        Assert.That(Assert.Throws<SuiteException>(() => Load(Good)).Message,
            Does.Contain("users.yaml(1,1)").And.Contain("users: [alice, bob]"));
    }

    [Test]
    public void A_requirement_of_another_profile_is_refused()
    {
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace("[R-004]", "[R-120]", StringComparison.Ordinal)));
        Assert.That(wrong.Message, Does.Contain("R-120").And.Contain("aad-2020-06"));
    }

    [Test]
    public void All_files_are_read_before_anything_is_said()
    {
        File.WriteAllText(Path.Combine(_folder, "catalogue", "area", "two.yaml"), "title: [");
        var wrong = Assert.Throws<SuiteException>(() => Load(Good.Replace("R-004", "R-999", StringComparison.Ordinal)));
        Assert.That(wrong.Problems.Select(problem => Path.GetFileName(problem.File)), Is.EquivalentTo(new[] { "one.yaml", "two.yaml" }));
    }

    [Test]
    public void A_folder_that_is_none_is_refused() =>
        Assert.Throws<DirectoryNotFoundException>(() => SuiteLoader.Load(Path.Combine(_folder, "catalogue")));

    [Test]
    public void Repeated_steps_are_written_out()
    {
        var scenario = Load("""
            title: Often and again
            requirements: [R-004]
            steps:
              - repeat:
                  times: 3
                  steps:
                    - wait: 1 day
                    - open: groceries
                      expect: silent
            """).Scenarios.Single();
        Assert.That(scenario.Steps.Select(step => step.GetType()),
            Is.EqualTo(Enumerable.Repeat(new[] { typeof(WaitStep), typeof(OpenStep) }, 3).SelectMany(pair => pair)));
    }

    private ScenarioSuite Load(string scenario)
    {
        File.WriteAllText(Path.Combine(_folder, "catalogue", "area", "one.yaml"), scenario);
        return SuiteLoader.Load(_folder);
    }
}
