using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>What a target file says, and what it is told when something in it is wrong.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TargetFileTests : IDisposable
{
    private readonly TargetText _text = new();

    public void Dispose() => _text.Dispose();

    [Test]
    public void A_good_file_says_what_stands_in_it()
    {
        var file = _text.Read(TargetText.Good);
        Assert.Multiple(() =>
        {
            Assert.That(file.Name, Is.EqualTo("shop"));
            Assert.That(file.Profile, Is.EqualTo("oidc"));
            Assert.That(file.Policy.Session, Is.EqualTo(TimeSpan.FromMinutes(20)));
            Assert.That(file.Policy.KeepAlive, Is.EqualTo(TimeSpan.FromDays(14)));
            Assert.That(file.Policy.Expiry, Is.EqualTo(ExpiryType.Rolling));
            Assert.That(file.Policy.PromisesBox, Is.True);
            Assert.That(file.Apps["groceries"].ClientSecret!.Kind, Is.EqualTo(SecretKind.Made));
            Assert.That(file.Apps["pharmacy"].ClientSecret, Is.Null);
            Assert.That(file.Clock, Is.EqualTo(TargetClock.Process));
            Assert.That(file.Start!.Fresh, Is.EqualTo(Freshness.Worker));
        });
    }

    [Test]
    public void An_instance_fills_the_places_and_keeps_to_what_it_filled_in()
    {
        var file = _text.Read(TargetText.Good);
        var (one, other) = (new Places(file), new Places(file));
        var login = one.Fill(file.Discovery!);
        Assert.Multiple(() =>
        {
            Assert.That(login, Does.Match(@"^http://localhost:\d+/\.well-known"));
            Assert.That(one.Fill(file.Discovery!), Is.EqualTo(login), "a name stands for one port");
            Assert.That(one.Fill("{port:apps}"), Is.Not.EqualTo(one.Fill("{port:login}")));
            Assert.That(one.Fill("{password:alice}"), Is.EqualTo(one.Password("alice")));
            Assert.That(one.Password("alice"), Is.Not.EqualTo(other.Password("alice")), "made up for each instance");
            Assert.That(one.Fill("""[{"id": "{port:x}"}]"""), Does.Match("""^\[\{"id": "\d+"\}\]$"""), "braces of JSON stay");
        });
    }

    [Test]
    public async Task Limits_are_kept_by_whoever_signs_in()
    {
        var file = _text.Read("clock: p", "limits: { sign-ins-a-minute: 6, step: 90 seconds }\nclock: p");
        Assert.That(file.Limits, Is.EqualTo(new TargetLimits(6, TimeSpan.FromSeconds(90))));
        await using var kind = new ProcessTargetKind(file, []);
        for (var i = 0; i < 6; i++) await kind.Care.TurnAsync("alice", false, _ => Assert.Fail("too early"), CancellationToken.None);
        using var soon = new CancellationTokenSource();
        Assert.That(
            async () => await kind.Care.TurnAsync("alice", false, _ => soon.Cancel(), soon.Token),
            Throws.InstanceOf<OperationCanceledException>(), "the seventh waits");
    }

    [Test]
    public void A_known_failure_is_known_by_its_scenario_and_its_words()
    {
        const string Known = "known:\n  prompt/none-with-a-session-is-silent: { seen: \"404\", because: it is off as it comes }\nclock: p";
        var known = _text.Read("clock: p", Known).Known["prompt/none-with-a-session-is-silent"];
        Assert.Multiple(() =>
        {
            Assert.That(known.IsThis(Verdict.Failed, "refused: an error page (HTTP 404)"), Is.True);
            Assert.That(known.IsThis(Verdict.Failed, "refused: an error page (HTTP 500)"), Is.False);
            Assert.That(known.IsThis(Verdict.Failed, null), Is.False);
            Assert.That(known.IsThis(Verdict.Passed, "404"), Is.False);
            Assert.That(
                () => _text.Read("clock: p", Known.Replace("none-with-a-session", "none-with-a-sesion", StringComparison.Ordinal)),
                Throws.TypeOf<SuiteException>().With.Message.Contains("Did you mean prompt/none-with-a-session-is-silent?"));
        });
    }

    [Test]
    public void Settings_are_read_from_custom_policies_with_the_place_of_each()
    {
        var policies = Path.Combine(Repository.Scenarios, "policies", "2020-12");
        var text = OfPolicies($"{{ folder: \"{policies}\", relying-party: B2C_1A_2020_12_SignUpOrSignIn }}");
        var policy = _text.Read(text).Policy;
        Assert.Multiple(() =>
        {
            Assert.That(policy.PromisesBox, Is.True);
            Assert.That(policy.KeepAlive, Is.EqualTo(TimeSpan.FromDays(30)));
            Assert.That(policy.Words, Does.Match(@"KeepAliveInDays 30 \(SignUpOrSignIn\.xml\(\d+,\d+\)\)"));
            Assert.That(policy.Words, Does.Contain("B2C_1A_2020_12_SignUpOrSignIn"));
        });
        Assert.That(
            () => _text.Read(text.Replace("B2C_1A_2020_12_SignUpOrSignIn", "B2C_1A_2020_12_SignUpOrSingIn", StringComparison.Ordinal)),
            Throws.TypeOf<SuiteException>().With.Message.Contains("Did you mean B2C_1A_2020_12_SignUpOrSignIn?"));
        Assert.That(
            () => _text.Read(text.Replace("profile: b2c-2020-12", "profile: oidc", StringComparison.Ordinal)),
            Throws.TypeOf<SuiteException>().With.Message.Contains("another product"));
        Assert.That(
            () => _text.Read(text.Replace(
                "apps:", $"policy: {TargetText.Good.Split("policy:")[1].Split("apps:")[0]}apps:", StringComparison.Ordinal)),
            Throws.TypeOf<SuiteException>().With.Message.Contains("declared twice"));
    }

    private static string OfPolicies(string where)
    {
        var from = TargetText.Everything.IndexOf("policy:", StringComparison.Ordinal);
        var to = TargetText.Everything.IndexOf("apps:", StringComparison.Ordinal);
        return $"{TargetText.Everything[..from]}policies: {where}\n{TargetText.Everything[to..]}";
    }

    [Test]
    public void A_recipe_of_ones_own_says_only_what_differs()
    {
        _text.Beside("mine.yaml", "extends: oidc\nsubmit: [\"#go\"]\nscript-fills: { \"#print\": known }\n");
        var recipe = _text.Read("recipe: oidc\n", "recipe: mine.yaml\n").Recipe;
        Assert.That(recipe.ScriptFills, Is.EqualTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["#print"] = "known" }));
        Assert.That(recipe.Signs["submit"], Is.EqualTo(new[] { "#go" }));
        Assert.That(recipe.Signs["user-name"], Is.Not.Empty);
        Assert.That(recipe.Cookies["sso"], Is.Not.Empty);
    }

    [Test]
    public void A_key_that_no_recipe_has_is_said_with_the_nearest()
    {
        _text.Beside("mine.yaml", "extends: oidc\nuser-nam: [\"#go\"]\n");
        Assert.That(
            () => _text.Read("recipe: oidc\n", "recipe: mine.yaml\n"),
            Throws.TypeOf<SuiteException>().With.Message.Contains("Did you mean user-name?"));
    }

    // Each with a word that names the mend.
    [TestCase("profile: oidc", "profile: oidk", "Did you mean oidc?")]
    [TestCase("recipe: oidc", "recipe: oidk", "Did you mean oidc?")]
    [TestCase("recipe: oidc", "recipe: none.yaml", "There is no recipe file")]
    [TestCase("  alice:", "  alise:", "Did you mean alice?")]
    [TestCase("password: made", "password: hunter2-hunter2", "env:NAME or file:PATH")]
    [TestCase("https://pharmacy.localhost", "https://groceries.localhost", "Give each its own")]
    [TestCase("https://pharmacy.localhost", "https://localhost", "cookies ignore ports")]
    [TestCase("https://pharmacy.localhost", "https://pharmacy.invalid", "does not lead here")]
    [TestCase("\"{password:alice}\"", "\"{password:bob}\"", "{password:bob}")]
    [TestCase("\"{password:alice}\"", "\"{client-secret:pharmacy}\"", "{client-secret:pharmacy}")]
    [TestCase("\"{password:alice}\"", "\"{secret:alice}\"", "{secret:alice}")]
    [TestCase("kind: process", "kind: remote", "Leave out 'start'")]
    [TestCase("expiry: rolling", "maximum: 1 hour\n  expiry: absolute", "'maximum' has no effect. Leave it out")]
    [TestCase("expiry: rolling", "maximum: 20 minutes\n  expiry: rolling", "Expected more than 20 minutes.")]
    [TestCase("expiry: rolling", "keep-alive-maximum: 7 days\n  expiry: rolling", "Expected more than 14 days.")]
    [TestCase("expiry: rolling", "maximum: soon\n  expiry: rolling", "maximum")]
    [TestCase("keep-alive: 14 days", "keep-alive: none", "Say how long it keeps them")]
    [TestCase("keep-alive: 14 days", "keep-alive: a fortnight", "keep-alive")]
    [TestCase("  expiry: rolling\n", "", "expected the key 'expiry'")]
    [TestCase("clock: process", "clocks: process", "'clocks' is not known here")]
    [TestCase("ready: http", "ready-when: http", "expected the key 'ready'")]
    [TestCase("clock: process\nstart:", "clock: process\nversion: 1\nstart:\n  version: [node, -v]", "one of the two has no effect")]
    [TestCase("clock: process", "limits: { sign-ins-a-minute: 0 }\nclock: process", "sign-ins-a-minute")]
    [TestCase("clock: process", "known: {}\nclock: process", "known")]
    [TestCase("clock: process", "hosts: [localhost]\nclock: process", "localhost may be visited anyway")]
    [TestCase("clock: process", "hosts: [\"*.example.com\"]\nclock: process", "no scheme, no port, no path, no star")]
    [TestCase("clock: process", "hosts: [a.example.com, a.example.com]\nclock: process", "stands here twice")]
    [TestCase("profile: oidc", "profile: saml", "Write 'protocol: saml' for its SAML side")]
    [TestCase("clock: process", "hosts: [cdn.localhost]\nclock: process", "cdn.localhost may be visited anyway")]
    [TestCase("clock: process", "hosts: [\"https://cdn.example.com\"]\nclock: process", "Expected a name such as")]
    [TestCase("password: made }", "password: made, one-time-code: JBSWY3DPEHPK3PXP }", "env:NAME or file:PATH")]
    [TestCase("\"{password:alice}\"", "\"{one-time-code:alice}\"", "{one-time-code:alice}")]
    [TestCase("clock: process", "limits: { step: 2 days }\nclock: process", "at most 1 day")]
    [TestCase("clock: process", "limits: { step: 0 seconds }\nclock: process", "A length of time such as")]
    [TestCase("start:\n", "start:\n  setup: npm ci\n", "expected a list, found 'npm ci'. A list of commands that install it")]
    [TestCase("start:\n", "start:\n  setup: [npm ci]\n", "such as [npm, ci]")]
    [TestCase("  from:", "  second-factor: true\n  from:", "alice has none: write 'one-time-code: env:NAME'")]
    public void What_is_wrong_is_said_with_its_place_and_the_mend(string found, string replacement, string said)
    {
        var wrong = Assert.Throws<SuiteException>(() => _text.Read(found, replacement))!;
        Assert.That(wrong.Message, Does.Match(@"shop\.yaml\(\d+,\d+\)").And.Contains(said));
    }

    [Test]
    public void A_user_with_an_authenticator_app_has_its_codes()
    {
        // The secret and a moment of RFC 6238, appendix B: the last six of the eight digits there.
        _text.Beside("app.secret", "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n");
        var file = _text.Read("password: made }", "password: made, one-time-code: file:app.secret }");
        var target = new DeclaredTarget(file, new Places(file), null, () => null);
        Assert.That(target.User("alice").OneTimeCode!(DateTimeOffset.FromUnixTimeSeconds(1111111109)), Is.EqualTo("081804"));

        _text.Beside("app.secret", "no Base32: 0189");
        var wrong = Assert.Throws<TargetException>(() => new Places(file))!;
        Assert.That(wrong.Message, Does.Match(@"shop\.yaml:\d+").And.Contains("Expected Base32").And.Not.Contains("0189"));
    }

    [Test]
    public void An_instance_is_told_of_a_code_that_is_made_up()
    {
        var file = _text.Read(TargetText.Good
            .Replace("password: made }", "password: made, one-time-code: made }", StringComparison.Ordinal)
            .Replace("PASSWORD: \"{password:alice}\"", "PASSWORD: \"{one-time-code:alice}\"", StringComparison.Ordinal));
        var (one, other) = (new Places(file), new Places(file));
        Assert.That(one.Fill("{one-time-code:alice}"), Does.Match("^[A-Z2-7]{32}$").And.Not.EqualTo(other.Fill("{one-time-code:alice}")));
        Assert.That(Secrets.MaskText($"key {one.Fill("{one-time-code:alice}")}"), Does.Not.Contain(one.Fill("{one-time-code:alice}")));
    }

    [Test]
    public void A_secret_with_quotation_marks_stays_within_its_text_of_JSON()
    {
        _text.Beside("alice.secret", "quote\"and\\backslash");
        var file = _text.Read(TargetText.Good
            .Replace("alice@example.com, password: made", "alice@example.com, password: file:alice.secret", StringComparison.Ordinal)
            .Replace("PASSWORD: \"{password:alice}\"", "PASSWORD: '{\"alice\": \"{password:alice}\"}'", StringComparison.Ordinal));
        var places = new Places(file);
        using var told = JsonDocument.Parse(places.Fill(file.Start!.Environment["PASSWORD"]));
        Assert.That(told.RootElement.GetProperty("alice").GetString(), Is.EqualTo("quote\"and\\backslash"));
        Assert.That(places.Fill("{password:alice}"), Is.EqualTo("quote\"and\\backslash"), "as it is where the text is no JSON");
    }

    [Test]
    public void A_secret_that_stands_in_the_file_is_not_repeated()
    {
        var wrong = Assert.Throws<SuiteException>(() => _text.Read("password: made", "password: hunter2-hunter2"))!;
        Assert.That(wrong.Message, Does.Not.Contain("hunter2"));
    }

    [Test]
    public void A_remote_target_names_fixed_ports_and_kept_secrets()
    {
        var remote = TargetText.Good[..TargetText.Good.IndexOf("start:", StringComparison.Ordinal)]
            .Replace("kind: process", "kind: remote", StringComparison.Ordinal)
            .Replace("clock: process", "clock: none", StringComparison.Ordinal);
        Assert.That(() => _text.Read(remote), Throws.TypeOf<SuiteException>().With.Message.Contains("made up"));
        var kept = remote.Replace("made", "env:KMSI_TEST_ABSENT", StringComparison.Ordinal);
        Assert.That(() => _text.Read(kept), Throws.TypeOf<SuiteException>().With.Message.Contains("registered port"));
        var good = kept.Replace("{port:login}", "4810", StringComparison.Ordinal).Replace("{port:apps}", "4811", StringComparison.Ordinal);
        var file = _text.Read(good);
        Assert.That(() => new Places(file), Throws.TypeOf<TargetException>().With.Message.Contains("KMSI_TEST_ABSENT"));
        Assert.That(
            () => _text.Read(good.Replace("clock: none", "clock: process", StringComparison.Ordinal)),
            Throws.TypeOf<SuiteException>().With.Message.Contains("run elsewhere"));
    }

    [Test]
    public void A_secret_in_a_file_is_read_without_its_line_end_and_its_absence_is_said()
    {
        var file = _text.Read("password: made", "password: file:alice.secret");
        Assert.That(() => new Places(file), Throws.TypeOf<TargetException>().With.Message.Contains("alice.secret"));
        _text.Beside("alice.secret", "s3cret-of-alice\n");
        Assert.That(new Places(file).Password("alice"), Is.EqualTo("s3cret-of-alice"));
    }
}
