using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>What a target file says of a site that speaks no protocol, and what it is told when something of that is wrong.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SiteTargetTests : IDisposable
{
    private const string Good = """
        profile: web
        recipe: aspnet-identity
        protocol: none
        kind: remote
        address: http://localhost:4870
        policy:
          session: 20 minutes
          keep-alive: 14 days
          expiry: rolling
          keep-me-signed-in: offered
          from: this test
        apps:
          groceries: { kind: site, protected: /account, sign-in: /sign-in, return-parameter: next }
          pharmacy: { kind: site, protected: /orders, sign-out: /bye }
        users:
          alice: { name: alice, password: "env:ALICE" }
          bob: { name: bob, password: "env:BOB" }
        clock: none
        """;

    private readonly TargetText _text = new();

    public void Dispose() => _text.Dispose();

    [Test]
    public void Its_apps_are_parts_of_itself()
    {
        var file = _text.Read(Good);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Address, Is.EqualTo("http://localhost:4870"));
            Assert.That(file.AppKind, Is.EqualTo("site"));
            Assert.That(file.Apps["groceries"].Origin, Is.EqualTo(file.Address));
            Assert.That(file.Apps["groceries"].OnSite!.SignOut, Is.EqualTo("/account"), "the protected page, where no other is named");
            Assert.That(file.Apps["pharmacy"].OnSite!.SignOut, Is.EqualTo("/bye"));
            Assert.That(file.Policy.Words, Does.Contain("session 20 minutes").And.Contain("from this test"));
        }
    }

    [Test]
    public void A_sign_in_page_is_of_use_without_its_parameter() => Assert.That(
        _text.Read(Good.Replace(", return-parameter: next", "", StringComparison.Ordinal)).Apps["groceries"].OnSite!.SignIn,
        Is.EqualTo("/sign-in"));

    [TestCase("address: http://localhost:4870\n", "", "expected the key 'address'")]
    [TestCase("profile: web", "profile: oidc", "Write 'profile: web'")]
    [TestCase("address:", "discovery: https://login.example\naddress:", "has no discovery")]
    [TestCase("kind: site, protected: /orders, sign-out: /bye", "client-id: shop, origin: \"http://shop.localhost:1\"", "needs a protocol")]
    [TestCase("protected: /orders, ", "", "expected the key 'protected'")]
    [TestCase("protected: /orders", "client-id: shop, protected: /orders", "A site has no client-id")]
    [TestCase("protected: /orders", "origin: \"http://shop.localhost:1\", protected: /orders", "A site has no origin")]
    [TestCase("sign-in: /sign-in, ", "", "Nothing says which page takes this parameter")]
    [TestCase("clock: none", "clock: none\nabsent: { prompt: it has none }", "has no prompt anyway")]
    [TestCase("  expiry:", "  require-id-token-hint: true\n  expiry:", "no id_token_hint")]
    [TestCase("keep-alive: 14 days", "keep-alive: none", "A box without a kept session")]
    [TestCase("address: http://localhost:4870", "address: http://shop.example", "in the clear")]
    [TestCase("address: http://localhost:4870", "address: http://localhost:4870/shop", "address")]
    [TestCase("clock: none", "clock: none\naccount-events: { disabled: { page: /off } }", "No user brings about on a page")]
    [TestCase("clock: none", "clock: none\naccount-events: { sessions-revoked: { page: sessions } }", "account-events")]
    [TestCase("clock: none", "clock: none\naccount-events: { sessions-revoked: { page: /a, command: [x] } }", "page")]
    [TestCase("  expiry:", "  assurance: 4\n  expiry:", "assurance")]
    [TestCase("  expiry:", "  assurance: high\n  expiry:", "assurance")]
    public void What_is_wrong_is_said_with_the_mend(string found, string replacement, string said) => Assert.That(
        () => _text.Read(Good.Replace(found, replacement, StringComparison.Ordinal)),
        Throws.TypeOf<SuiteException>().With.Message.Contains(said));

    [TestCase("protocol: openid-connect", "protocol: openid-connect\naddress: http://localhost:4870", "'address' has no effect")]
    [TestCase("{ client-id: drugs,", "{ kind: site, protected: /orders } #", "the target speaks a protocol")]
    [TestCase("profile: oidc", "profile: web", "Write 'protocol: none'")]
    [TestCase("  scope: tenant\n", "", "expected the key 'scope'")]
    [TestCase("  scope: tenant\n", "  scope: tenant\n  assurance: 2\n", "no effect here")]
    [TestCase("  session: 20 minutes\n", "", "expected the key 'session'")]
    public void Where_a_protocol_is_spoken_what_belongs_to_sites_is_refused(string found, string replacement, string said) => Assert.That(
        () => _text.Read(found, replacement), Throws.TypeOf<SuiteException>().With.Message.Contains(said).IgnoreCase);

    // A promise that is left out is not judged, and the reason names it.
    [TestCase("  session: 20 minutes\n", "declared-policy/a-session-ends", "promises nothing of it")]
    [TestCase("  keep-alive: 14 days\n", "declared-policy/a-kept-session-ends", "nothing to say of keep-alive")]
    [TestCase("  expiry: rolling\n", "declared-policy/use-extends-a-kept-session-from-the-first-day", "needs expiry rolling")]
    [TestCase("  keep-me-signed-in: offered\n", "declared-policy/a-ticked-box-outlives-the-browser", "needs keep-me-signed-in offered")]
    [TestCase(", sign-in: /sign-in, return-parameter: next", "web/a-strangers-address-is-not-followed", "(return-parameter)")]
    [TestCase("recipe: aspnet-identity", "web/the-next-user-gets-a-session-of-their-own", "(signed-in-as)", "recipe: generic")]
    [TestCase("  pharmacy: { kind: site, protected: /orders, sign-out: /bye }\n", "declared-policy/a-wrong-password-signs-nobody-in",
        "needs an app 'pharmacy'")]
    public void What_is_left_out_is_not_judged(string leftOut, string scenario, string reason, string instead = "")
    {
        var judged = RealBrowser.Suite.Select("web", [scenario]).Single();
        Assert.That(Fitness.WhyNot(_text.Read(Good), judged), Is.Null);
        var less = _text.Read(Good.Replace(leftOut, instead, StringComparison.Ordinal));
        Assert.That(Fitness.WhyNot(less, judged), Does.Contain(reason));
    }

    // Nobody's session is over within five minutes, promised or not: what comes to no more is judged.
    [TestCase("sign-out/a-copied-cookie-is-of-no-use-afterwards", null)]
    [TestCase("web/a-strangers-page-signs-nobody-out", null)]
    [TestCase("web/a-box-is-of-its-browser", null)]
    [TestCase("web/another-password-ends-every-session", "(account-events)")]
    [TestCase("web/each-session-is-listed", "(account-events")]
    [TestCase("declared-policy/a-session-lives-to-its-last-minute", "promises nothing of it")]
    [TestCase("declared-policy/a-kept-session-ends", "nothing to say of session")]
    [TestCase("declared-policy/a-ticked-box-outlives-the-browser", "nothing to say of keep-alive")]
    [TestCase("web/a-copy-opens-nothing-an-hour-after-the-sign-out", "nothing to say of session")]
    public void Whoever_promises_nothing_but_the_box_is_judged_by_what_needs_no_promise(string scenario, string? reason)
    {
        var bare = Good.Replace("  session: 20 minutes\n", "", StringComparison.Ordinal)
            .Replace("  keep-alive: 14 days\n", "", StringComparison.Ordinal)
            .Replace("  expiry: rolling\n", "", StringComparison.Ordinal);
        var file = _text.Read(bare);
        Assert.That(file.Policy.Unsaid, Is.SupersetOf(new[] { "session", "keep-alive", "expiry" }));
        var whyNot = Fitness.WhyNot(file, RealBrowser.Suite.Select("web", [scenario]).Single());
        Assert.That(whyNot, reason is null ? Is.Null : Does.Contain(reason));
    }

    [TestCase("devices/a-sign-out-leaves-the-other-device", "(concurrent-sessions: one)")]
    [TestCase("web/a-box-is-of-its-browser", "(concurrent-sessions: one)")]
    [TestCase("web/two-users-on-two-devices", null)]
    [TestCase("web/a-sign-out-ends-the-session", null)]
    public void Where_a_sign_in_ends_all_others_nobody_is_signed_in_on_two_devices(string scenario, string? reason)
    {
        var file = _text.Read(Good.Replace("  expiry:", "  concurrent-sessions: one\n  expiry:", StringComparison.Ordinal)
            .Replace("recipe: aspnet-identity", "recipe: web", StringComparison.Ordinal));
        var whyNot = Fitness.WhyNot(file, RealBrowser.Suite.Select("web", [scenario]).Single());
        Assert.That(whyNot, reason is null ? Is.Null : Does.Contain(reason));
    }

    // A page is of use only where the recipe says what is what on it.
    [TestCase("", "web/another-password-ends-every-session", null)]
    [TestCase("", "web/each-session-is-listed", "'end-sessions'")]
    [TestCase("end-sessions: [button]\n", "web/each-session-is-listed", "'listed-session'")]
    [TestCase("end-sessions: [button]\nlisted-session: [li]\n", "web/each-session-is-listed", null)]
    public void A_page_of_accounts_needs_a_recipe_that_knows_it(string keys, string scenario, string? reason)
    {
        _text.Beside("own.yaml", "extends: generic\n" + keys);
        var file = _text.Read(Good.Replace("clock: none", """
            account-events:
              password-changed: { page: /password }
              sessions-revoked: { page: /sessions }
            clock: none
            """, StringComparison.Ordinal).Replace("recipe: aspnet-identity", "recipe: own.yaml", StringComparison.Ordinal));
        var whyNot = Fitness.WhyNot(file, RealBrowser.Suite.Select("web", [scenario]).Single());
        Assert.That(whyNot, reason is null ? Is.Null : Does.Contain(reason));
    }

    [TestCase("", "needs assurance at least 2, the target has nothing to say of it: if it claims that level, write 'assurance: 2'")]
    [TestCase("  assurance: 1\n", "needs assurance at least 2, the target has 1")]
    [TestCase("  assurance: 2\n", null)]
    [TestCase("  assurance: 3\n", null)]
    public void The_limits_of_a_level_are_judged_where_it_is_claimed(string claim, string? reason)
    {
        var judged = RealBrowser.Suite
            .Select("nist-800-63b-3", ["assurance/a-session-unused-for-half-an-hour-is-over/plain"]).Single();
        var file = _text.Read(Good.Replace("profile: web", "profile: nist-800-63b-3", StringComparison.Ordinal)
            .Replace("  expiry: rolling\n", claim + "  expiry: rolling\n", StringComparison.Ordinal));
        Assert.That(Fitness.WhyNot(file, judged), reason is null ? Is.Null : Does.Contain(reason));
        Assert.That(file.Policy.Words.Contains("claims assurance level", StringComparison.Ordinal), Is.EqualTo(claim.Length > 0));
    }

    // Its limit binds what happens, not what is declared: no declaration keeps it from being judged.
    [TestCase("session: 20 minutes", "session: 20 hours")]
    [TestCase("  session: 20 minutes\n", "")]
    [TestCase("  expiry: rolling", "  maximum: 400 hours\n  expiry: rolling")]
    [TestCase("  expiry: rolling", "  maximum: 2 hours\n  expiry: rolling")]
    [TestCase("  expiry: rolling", "  expiry: absolute")]
    public void No_declaration_keeps_a_claimed_level_from_being_judged(string found, string instead)
    {
        var file = _text.Read(Good.Replace("profile: web", "profile: nist-800-63b-3", StringComparison.Ordinal)
            .Replace(found, instead, StringComparison.Ordinal).Replace("policy:\n", "policy:\n  assurance: 3\n", StringComparison.Ordinal));
        string[] limits =
        [
            "assurance/a-session-in-use-ends-after-half-a-day/*", "assurance/a-session-unused-for-half-an-hour-is-over/*",
            "assurance/a-session-unused-for-a-quarter-of-an-hour-is-over/*",
        ];
        var reasons = RealBrowser.Suite.Select("nist-800-63b-3", limits).Select(scenario => Fitness.WhyNot(file, scenario)).ToList();
        Assert.That(reasons, Has.Count.EqualTo(6).And.All.Null);
    }

    [TestCase("http://localhost:4870", "visited over TLS")]
    [TestCase("https://localhost:4870", null)]
    public void Whether_a_cookie_travels_over_TLS_only_is_judged_where_TLS_is_spoken(string address, string? reason)
    {
        var scenario = RealBrowser.Suite.Select("web", ["web/the-session-cookie-travels-over-tls-only"]).Single();
        var file = _text.Read(Good.Replace("http://localhost:4870", address, StringComparison.Ordinal));
        Assert.That(Fitness.WhyNot(file, scenario), reason is null ? Is.Null : Does.Contain(reason));
    }
}
