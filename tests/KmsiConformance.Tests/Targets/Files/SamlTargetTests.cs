using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Apps;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>What a target file says of SAML, and what it is told when something of that is wrong.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SamlTargetTests : IDisposable
{
    private readonly TargetText _text = new();

    public void Dispose() => _text.Dispose();

    [Test]
    public void A_target_may_speak_both()
    {
        var file = _text.Read(TargetText.Both);
        var places = new Places(file);
        var target = new DeclaredTarget(file, places, null, () => null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.OpenIdConnect!.MetadataAddress, Is.EqualTo(places.Fill(file.Discovery!)));
            Assert.That(target.Saml!.MetadataAddress, Is.EqualTo(places.Fill("http://localhost:{port:login}/saml/metadata")));
            Assert.That(target.LoginSites, Has.Count.EqualTo(1), "both stand on one site");
            Assert.That(file.Apps["garage"].IsSaml, Is.True);
            Assert.That(DeclaredTarget.CredentialsOf(file, places, "garage").ClientId, Is.EqualTo("urn:garage"));
            Assert.That(DeclaredTarget.CredentialsOf(file, places, "groceries").Certificate, Is.Null);
            Assert.That(DeclaredTarget.AppsOf(file, places)["garage"].AssertionConsumer, Is.EqualTo("/saml/acs"));
        }
    }

    [Test]
    public void A_target_may_speak_SAML_alone()
    {
        var file = _text.Read(TargetText.SamlOnly);
        var target = new DeclaredTarget(file, new Places(file), null, () => null);
        Assert.That(target.OpenIdConnect, Is.Null);
        Assert.That(target.Saml, Is.Not.Null);
        Assert.That(file.Address, Is.EqualTo("http://localhost:{port:login}/saml/metadata"));
    }

    [Test]
    public void Scenarios_that_name_no_kind_are_played_by_SAML_apps_under_the_profile()
    {
        var file = _text.Read(TargetText.SamlOnly);
        var scenarios = RealBrowser.Suite.Select("saml", []);
        var reasons = scenarios.Select(scenario => (scenario.Id, Why: Fitness.WhyNot(file, scenario))).Where(one => one.Why is not null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenarios, Has.Count.AtLeast(15));
            Assert.That(scenarios.SelectMany(scenario => scenario.Apps.Values).Select(app => app.Kind), Is.All.EqualTo("saml"));
            Assert.That(
                reasons.Select(one => one.Id), Is.EquivalentTo(new[]
                {
                    "clock/a-service-that-is-ahead-counts-as-long", "cookie/a-renewed-cookie-is-as-safe-as-the-first",
                    "declared-policy/a-box-counts-for-one-sign-in", "declared-policy/a-short-session-in-use-ends-at-its-maximum",
                    "declared-policy/use-does-not-extend-where-expiry-is-absolute",
                    "declared-policy/use-does-not-extend-an-unticked-session-where-expiry-is-absolute",
                    "keep-me-signed-in/an-unused-session-answers-at-every-age",
                    "lifetime/signing-in-again-starts-a-full-period",
                    "maximum/a-kept-session-in-use-ends-at-its-own-maximum", "maximum/a-session-in-use-ends-at-its-maximum",
                    "accounts/a-closed-account-has-no-session-left", "saml/a-logout-request-for-somebody-else-ends-nothing",
                    "saml/a-logout-request-of-a-stranger-ends-nothing", "saml/an-unsigned-logout-request-ends-nothing",
                    "saml/authn-instant-is-when-the-password-was-given", "saml/authn-instant-moves-with-the-password",
                }),
                "the file has no bob and sessions of 20 minutes, closes no account, has rolling expiry without a maximum and no TLS, and "
                + "nobody can put its clock off");
        }
    }

    [Test]
    public void Where_apps_have_no_SingleLogoutService_nobody_signs_out()
    {
        var file = _text.Read(TargetText.SamlOnly.Replace(", single-logout: /saml/slo", "", StringComparison.Ordinal));
        string? WhyNot(string id) => Fitness.WhyNot(file, RealBrowser.Suite.Select("saml", [id]).Single());
        Assert.That(WhyNot("declared-policy/a-sign-out-ends-a-kept-session"), Does.Contain("(single-logout)"));
        Assert.That(WhyNot("declared-policy/a-ticked-box-outlives-the-browser"), Is.Null);
    }

    [Test]
    public void A_product_is_told_with_which_certificate_an_app_signs()
    {
        var file = _text.Read(TargetText.Both.Replace("\"{password:alice}\"", "\"{certificate:garage}\"", StringComparison.Ordinal));
        var told = new Places(file).Fill(file.Start!.Environment["PASSWORD"]);
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(told));
        Assert.That(certificate.Thumbprint, Is.EqualTo(SamlAppKey.Certificate.Thumbprint));
        Assert.That(certificate.HasPrivateKey, Is.False);
    }

    [Test]
    public void An_app_may_sign_with_a_key_that_is_registered()
    {
        var file = _text.Read(TargetText.Both.Replace("kind: saml", "kind: saml, signing-key: file:garage.pem", StringComparison.Ordinal));
        Assert.That(() => new Places(file), Throws.TypeOf<TargetException>().With.Message.Contains("garage.pem"));

        _text.Beside("garage.pem", SamlAppKey.Certificate.ExportCertificatePem());
        Assert.That(() => new Places(file), Throws.TypeOf<TargetException>().With.Message.Contains("PRIVATE KEY"), "a half of it");

        using var own = Own();
        using var key = own.GetRSAPrivateKey()!;
        _text.Beside("garage.pem", own.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        var signs = DeclaredTarget.CredentialsOf(file, new Places(file), "garage").Certificate!;
        Assert.That(signs.Thumbprint, Is.EqualTo(own.Thumbprint));
        Assert.That(signs.HasPrivateKey, Is.True);
    }

    // Each with a word that names the mend.
    [TestCase("\nsaml-metadata: http://localhost:{port:login}/saml/metadata", "", "expected the key 'saml-metadata'")]
    [TestCase("entity-id: \"urn:garage\"", "client-id: garage", "A SAML app has no client-id")]
    [TestCase("entity-id: \"urn:garage\", ", "", "expected the key 'entity-id'")]
    [TestCase("client-id: drugs, ", "", "expected the key 'client-id'")]
    [TestCase("client-id: drugs", "client-id: drugs, single-logout: /slo", "Only SAML apps have single-logout")]
    [TestCase("single-logout: /saml/slo", "single-logout: /saml/acs", "at the same address /saml/acs")]
    [TestCase("  garage: { kind: saml, entity-id: \"urn:garage\", origin: \"https://garage.localhost:{port:apps}\", "
        + "single-logout: /saml/slo }\n", "", "'saml-metadata' has no effect")]
    [TestCase("discovery: http://localhost:{port:login}/.well-known/openid-configuration\n", "", "expected the key 'discovery'")]
    [TestCase("protocol: openid-connect", "protocol: saml", "Write 'profile: saml'")]
    [TestCase("protocol: openid-connect", "protocol: ws-federation", "protocol")]
    [TestCase("\"{password:alice}\"", "\"{certificate:pharmacy}\"", "{certificate:pharmacy}")]
    [TestCase("kind: saml", "kind: saml, signing-key: made", "env:NAME or file:PATH")]
    [TestCase("https://garage.localhost", "https://localhost", "cookies ignore ports")]
    [TestCase("http://localhost:{port:login}/saml", "http://login.example.com/saml", "in the clear")]
    public void What_is_wrong_in_a_file_that_speaks_both_is_said(string found, string replacement, string said) =>
        Refuses(TargetText.Both, found, replacement, said);

    [TestCase("saml-metadata: http://localhost:{port:login}/saml/metadata\n", "", "expected the key 'saml-metadata'")]
    [TestCase("protocol: saml", "protocol: saml\ndiscovery: http://localhost:1/d", "Leave out 'discovery'")]
    [TestCase("kind: saml, entity-id: \"urn:groceries\", origin: \"https://groceries.localhost:{port:apps}\", single-logout: /saml/slo",
        "client-id: shop, origin: \"https://groceries.localhost:{port:apps}\"", "the target speaks SAML alone")]
    [TestCase("profile: saml", "profile: oidc", "Write 'profile: saml'")]
    [TestCase("protocol: saml", "protocol: openid-connect", "expected the key 'discovery'")]
    [TestCase("protocol: saml", "protocol: openid-connect\ndiscovery: http://localhost:1/d", "Write 'protocol: saml'")]
    public void What_is_wrong_in_a_file_that_speaks_SAML_alone_is_said(string found, string replacement, string said) =>
        Refuses(TargetText.SamlOnly, found, replacement, said);

    private void Refuses(string good, string found, string replacement, string said)
    {
        Assert.That(good, Does.Contain(found));
        Assert.That(
            () => _text.Read(good.Replace(found, replacement, StringComparison.Ordinal)),
            Throws.TypeOf<SuiteException>().With.Message.Contains(said).And.Message.Match(@"shop\.yaml\(\d+,\d+\)"));
    }

    private static X509Certificate2 Own()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=garage", key, System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        var today = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
    }
}
