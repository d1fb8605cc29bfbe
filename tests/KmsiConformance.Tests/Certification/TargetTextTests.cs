using KmsiConformance.Certification;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>Target files are given away without secrets, and otherwise as they are.</summary>
internal sealed class TargetTextTests
{
    private static IEnumerable<string> Shipped =>
        Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "targets")).Select(file => Path.GetFileName(file));

    [TestCaseSource(nameof(Shipped))]
    public void A_file_without_secrets_stays_as_it_is(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "targets", name));
        Assert.That(TargetText.WithoutSecrets(text), Is.EqualTo(text));
    }

    [TestCase("DB_PASSWORD: planted")]
    [TestCase("DB_PASSWORD: \"planted value\" # ours")]
    [TestCase("ADMIN_SECRET: 'planted'")]
    [TestCase("apiKey: planted")]
    [TestCase("SECRET: \"planted\n  planted\"")]
    [TestCase("SECRET: \"{port:login} planted\"")]
    [TestCase("PASSWORDS: >-\n  {\"alice\": \"{password:alice}\", \"bob\": \"planted\"}\n")]
    [TestCase("{ access-token: planted, other: 1 }")]
    [TestCase("command: [serve, --admin-password, planted]")]
    [TestCase("command: [serve, \"--client-secret\", \"planted\"]")]
    [TestCase("command: [serve, --token=planted]")]
    [TestCase("command:\n  - serve\n  - --password\n  - planted\n")]
    [TestCase("PRIVATE_KEY: |\n  planted\n  planted\nother: 1\n")]
    [TestCase("  CLIENT_SECRET: >-\n    planted\n\n    planted")]
    [TestCase("DB: postgres://admin:planted@db.example/kmsi")]
    [TestCase("address: https://login.example/hook?sig=planted")]
    [TestCase("headers: { Authorization: \"Bearer planted\" }")]
    [TestCase("headers: { Cookie: session=planted }")]
    [TestCase("DB_PASSWORD:\n  planted\nother: 1")]
    [TestCase("ADMIN_TOKEN: &a planted\nagain: *a")]
    [TestCase("some: &a planted\nADMIN_TOKEN: *a")]
    [TestCase("API_TOKEN: !!str planted")]
    [TestCase("KEY_PASSWORD: one planted two # ours")]
    [TestCase("KEY_PASSWORD: one\n  planted two\nother: 1")]
    [TestCase("SECRET: 'it''s planted'")]
    [TestCase("SECRET: \"a\\\" planted\"")]
    [TestCase("SECRET: \"plan\\x74ed planted\"")]
    [TestCase("SECRETS: [a,planted]")]
    [TestCase("SECRETS: { a: { b: [planted] } }")]
    [TestCase("KEY_PASSPHRASE: planted")]
    [TestCase("DB_PWD: planted")]
    [TestCase("SMTP_PASS: planted")]
    [TestCase("SIGNING_KEY: planted")]
    [TestCase("API_KEY: planted")]
    [TestCase("dbPass: planted")]
    [TestCase("DB: Server=db;Pwd=planted, and planted;Database=kmsi")]
    [TestCase("DB: \"Server=db;Password='planted';Database=kmsi\"")]
    [TestCase("A_SECRET: planted\nother: 1\nnote: the same is planted here")]
    [TestCase("other: 1 # DB_PASSWORD: planted")]
    [TestCase("command: serve --password planted")]
    [TestCase("command: [serve, --password, &a planted]\r\nother: 1\r\n")]
    public void What_is_named_like_a_secret_is_taken_out(string text)
    {
        var without = TargetText.WithoutSecrets(text);
        Assert.That(without, Does.Contain("***").And.Not.Contain("planted"));
        Assert.That(
            without.Contains("other: 1", StringComparison.Ordinal), Is.EqualTo(text.Contains("other: 1", StringComparison.Ordinal)));
    }

    [Test]
    public void A_recipe_keeps_its_selectors([Values("aspnet-identity", "generic", "b2c")] string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "recipes", name + ".yaml"));
        Assert.That(TargetText.WithoutSecrets(text, isRecipe: true), Is.EqualTo(text));
    }

    [Test]
    public void A_secret_that_is_a_name_as_well_is_refused() => Assert.That(
        () => TargetText.WithoutSecrets("SECRET: planted\nplanted: 1"),
        Throws.TypeOf<PackException>().With.Message.Contains("stands elsewhere in it"));

    [TestCase("password: env:ALICE")]
    [TestCase("client-secret: file:secrets/groceries")]
    [TestCase("password: made")]
    [TestCase("PASSWORD: \"{password:alice}\"")]
    [TestCase("password-changed: { page: /change }")]
    public void Where_a_secret_is_kept_stays(string text) => Assert.That(TargetText.WithoutSecrets(text), Is.EqualTo(text));
}
