using KmsiConformance.Lint;
using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using NUnit.Framework;

namespace KmsiConformance.Tests.Lint;

/// <summary>The documents' own examples come out as the documents say, and have nothing wrong with them.</summary>
public sealed class DocumentPolicyTests
{
    private static IEnumerable<string> Sets =>
        Directory.EnumerateDirectories(PolicyData.Scenarios).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files => PolicyData.ScenarioFiles.Select(f => Path.GetRelativePath(PolicyData.Scenarios, f));

    [TestCaseSource(nameof(Sets))]
    public void The_set_of_each_document_is_clean_under_its_own_profile(string set) => AssertClean(Path.Combine(PolicyData.Scenarios, set));

    [TestCaseSource(nameof(Files))]
    public void Each_policy_file_is_clean_under_its_own_profile(string file) => AssertClean(Path.Combine(PolicyData.Scenarios, file));

    [Test]
    public void There_is_a_set_for_each_document() => Assert.That(Sets.Select(s => "b2c-" + s), Is.EqualTo(B2cProfile.All));

    [TestCase("2016-09/SignUpOrSignInWithKmsi.xml", 14, 1200)]
    [TestCase("2018-08/SignUpOrSignInWithKmsi.xml", 7, 604800)]
    [TestCase("2018-12/SignUpOrSignInWithKmsi.xml", 7, 1200)]
    [TestCase("2020-12/SignUpOrSignIn.xml", 30, 1200)]
    public void The_examples_settings_are_those_of_the_document(string file, int days, int seconds)
    {
        var policy = Settings(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Settings, Is.EqualTo(new SessionSettings(SsoScope.Tenant, days, ExpiryType.Absolute, seconds)));
            Assert.That(policy.Offer.Offered, Is.True, policy.Offer.Because);
            Assert.That(policy.KmsiInEffect, Is.True);
            Assert.That(policy.IsComplete, Is.True);
            Assert.That(policy.Chain, Has.Count.EqualTo(3));
            Assert.That(policy.Steps.Select(s => s.Type),
                Is.EqualTo((string[])["CombinedSignInAndSignUp", "ClaimsExchange", "ClaimsExchange", "SendClaims"]));
        }
    }

    [Test]
    public void The_first_example_of_2020_has_a_day_for_each_app() => Assert.That(
        Settings("2020-12-application-day.xml").Settings,
        Is.EqualTo(new SessionSettings(SsoScope.Application, null, ExpiryType.Absolute, 86_400)));

    [Test]
    public void The_sign_out_example_of_2020_requires_a_hint() => Assert.That(
        Settings("2020-12-hint-required.xml").Settings, Is.EqualTo(new SessionSettings(SsoScope.Tenant, EnforceIdTokenHintOnLogout: true)));

    [Test]
    public void The_single_sign_out_example_of_2020_has_both_issuers()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Issuer("2020-12/SignUpOrSignIn.xml"), Is.EqualTo(("JwtIssuer", "OpenIdConnect", "SM-OAuth-issuer", "OAuth")));
            Assert.That(Issuer("2020-12/SignUpOrSignInSaml.xml"), Is.EqualTo(("Saml2AssertionIssuer", "SAML2", "SM-Saml-issuer", "Saml")));
        }
    }

    [Test]
    public void Where_documents_differ_findings_differ()
    {
        var august = Path.Combine(PolicyData.Scenarios, "2018-08");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rules(august, B2cProfile.August2018), Is.Empty);
            Assert.That(Rules(august, B2cProfile.December2018), Is.EqualTo((string[])["KMSI058"]), "seconds as long as the days");
            Assert.That(Rules(august, B2cProfile.December2020), Does.Contain("KMSI053").And.Contain("KMSI071").And.Contain("KMSI110"));
            Assert.That(Rules(Path.Combine(PolicyData.Scenarios, "2018-12"), B2cProfile.August2018), Is.EqualTo((string[])["KMSI057"]),
                "both gates");
        }
    }

    private static void AssertClean(string path)
    {
        var report = new Linter(KnownProfiles.Readings(PolicyData.ProfileOf(path))).Lint([path]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Unreadable, Is.Empty);
            Assert.That(report.Findings.Where(f => f.Severity > Severity.Info).Select(f => $"{f.At} {f.Rule} {f.Message}"), Is.Empty);
        }
    }

    private static IEnumerable<string> Rules(string path, string profile) =>
        new Linter(KnownProfiles.Readings(profile)).Lint([path]).Findings
        .Where(f => f.Severity > Severity.Info).Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal);

    private static (string, string?, string?, string?) Issuer(string file)
    {
        var issuer = Settings(file).Issuers.Single();
        return (issuer.Id, issuer.Protocol?.Value, issuer.Session.Profile, issuer.Session.Kind);
    }

    private static PolicyInForce Settings(string file)
    {
        var path = Path.Combine(PolicyData.Scenarios, file);
        return SettingsReport.Of([path], KnownProfiles.Readings(PolicyData.ProfileOf(path))).Policies.Single(p => p.File == path);
    }
}
