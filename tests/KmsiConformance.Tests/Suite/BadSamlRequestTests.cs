using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>What a scenario cannot ask of a SAML app's request, or of no other app's, is said with the mend.</summary>
internal sealed class BadSamlRequestTests
{
    private string _folder = "";

    [SetUp]
    public void CopyWhatScenariosNeed() => _folder = SuiteFolder.New("saml");

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCase("{ app: garage, signature: none }", "refused", null)]
    [TestCase("{ app: garage, via: form, prompt: login }", "prompt", null)]
    [TestCase("{ app: garage, redirect-uri: unregistered, signature: none }", "no-redirect", null)]
    [TestCase("{ app: garage, signature: none }", "silent", "'expect: refused' belong together")]
    [TestCase("garage", "refused", "'expect: refused' belong together")]
    [TestCase("{ app: garage, redirect-uri: unregistered, signature: none }", "refused", "'expect: no-redirect' belong together")]
    [TestCase("{ app: garage, redirect-uri: unregistered }", "no-redirect", "'signature: none' beside 'redirect-uri'")]
    [TestCase("{ app: garage, redirect-uri: unregistered, signature: broken }", "no-redirect", "'signature: none' beside 'redirect-uri'")]
    [TestCase("{ app: garage, redirect-uri: path-case, signature: none }", "no-redirect", "SAML leaves open")]
    [TestCase("{ app: groceries, signature: none }", "refused", "'signature' needs kind saml")]
    [TestCase("{ app: garage, signature: odd }", "refused", "odd")]
    public void A_request_that_cannot_be_is_a_load_error(string open, string outcome, string? says)
    {
        File.WriteAllText(Path.Combine(_folder, "catalogue", "saml", "one.yaml"), $$"""
            title: It works as it should
            requirements: [R-004]
            profiles: [b2c-2020-12]
            apps: { garage: { kind: saml } }
            steps:
              - sign-in: { user: alice, app: groceries }
              - open: {{open}}
                expect: {{outcome}}
            """);
        if (says is null) Assert.That(SuiteLoader.Load(_folder).Scenarios, Has.Count.EqualTo(1));
        else Assert.That(Assert.Throws<SuiteException>(() => SuiteLoader.Load(_folder)).Message, Does.Contain(says));
    }
}
