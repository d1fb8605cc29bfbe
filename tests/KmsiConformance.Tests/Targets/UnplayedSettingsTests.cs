using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets;

/// <summary>What a scenario sets is played by the reference, or the scenario is not played there at all.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class UnplayedSettingsTests
{
    private const string SignIn = "  - sign-in: { user: alice, app: groceries }";

    [TestCase("oidc", "policy: { scope: application }", "policy.scope")]
    [TestCase("oidc", "policy: { second-factor: true }", "policy.second-factor")]
    [TestCase("oidc", "policy: { require-id-token-hint: true }", "policy.require-id-token-hint")]
    [TestCase("oidc", "policy: { keep-me-signed-in: hidden }", "policy.keep-me-signed-in")]
    [TestCase("oidc", "policy: { session: 2 hours, keep-alive: 3 days, expiry: rolling }", null)]
    [TestCase("oidc", "policy: { session: 2 hours, maximum: 3 hours, expiry: rolling }", null)]
    [TestCase("b2c-2020-12", "policy: { session: 2 hours, maximum: 3 hours, expiry: rolling }", "policy.maximum")]
    [TestCase(
        "b2c-2020-12", "policy: { keep-alive: 2 days, keep-alive-maximum: 3 days, expiry: rolling }", "policy.keep-alive-maximum")]
    [TestCase("oidc", "apps: { groceries: { back-channel-logout: true } }", null)]
    [TestCase("oidc", "tenant: { stay-signed-in: hidden }", "tenant")]
    [TestCase("oidc", "other-policy: { session: 2 hours }", "other-policy")]
    [TestCase("aad-2020-06", "policy: { session: 2 hours }", "policy.session")]
    [TestCase("aad-2020-06", "policy: { keep-alive: 3 days }", "policy.keep-alive")]
    [TestCase("aad-2020-06", "apps: { groceries: { back-channel-logout: true } }", "back-channel-logout")]
    [TestCase("aad-2020-06", "tenant: { stay-signed-in: hidden }", null)]
    [TestCase("b2c-2020-12", "policy: { scope: application, second-factor: true, require-id-token-hint: true }", null)]
    [TestCase("b2c-2020-12", "apps: { groceries: { back-channel-logout: true } }", "back-channel-logout")]
    [TestCase("b2c-2020-12", "tenant: { stay-signed-in: hidden }", "tenant")]
    [TestCase("saml", "policy: { require-id-token-hint: true }", "policy.require-id-token-hint")]
    [TestCase("saml", "policy: { token-issuer: no-protocol }", "policy.token-issuer")]
    [TestCase("b2c-2020-12", "other-policy: { session: 2 hours }", null)]
    [TestCase("oidc", "site: { cookies: 2 }", "site")]
    [TestCase("web", "policy: { scope: application }", "policy.scope")]
    [TestCase("web", "policy: { require-id-token-hint: true }", "policy.require-id-token-hint")]
    [TestCase("web", "tenant: { stay-signed-in: hidden }", "tenant")]
    public void What_a_product_does_not_have_is_said(string profile, string keys, string? setting)
    {
        var said = Reference(profile).WhyNot(Scenario(keys));
        Assert.That(said, setting is null ? Is.Null : Does.Contain($"sets {setting}, ").And.Contain(profile));
    }

    [Test]
    public void The_catalogue_sets_nothing_that_is_not_played() => Assert.That(
        from profile in RealBrowser.Suite.Profiles
        from scenario in RealBrowser.Suite.Select(profile.Id, [])
        let why = Reference(profile.Id).WhyNot(scenario)
        where why is not null
        select $"{scenario.Id} under {profile.Id}: {why}", Is.Empty);

    private static ReferenceTargetKind Reference(string profile) =>
        new(KnownProfiles.Readings(profile), null, RealBrowser.Suite.Folder);

    private static Scenario Scenario(string keys) => new ScenarioReader(
        SchemaCheck.Read(Path.Combine(RealBrowser.Suite.Folder, "scenario.schema.json")), ["oidc", "aad-2020-06", "b2c-2020-12"])
        .Read("own/one", YamlFile.Parse(
            $"title: A scenario of this test alone\nrequirements: [N-01]\n{keys}\nsteps:\n{SignIn}\n", "one.yaml"));
}
