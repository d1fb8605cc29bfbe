using KmsiConformance.Cli;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>A service that people may depend on is not signed in to unasked.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RealServiceQuestionTests
{
    [TestCase("login.example.com", true)]
    [TestCase("latest.example.com", true)]
    [TestCase("contoso.b2clogin.com", true)]
    [TestCase("login-test.example.com", false)]
    [TestCase("login.staging.example.com", false)]
    [TestCase("dev-1234.example.com", false)]
    [TestCase("qa2.example.com", false)]
    [TestCase("login.example.test", false)]
    [TestCase("localhost", false)]
    [TestCase("127.0.0.1", false)]
    [TestCase("login.localhost", false)]
    public void Its_name_tells(string host, bool looksReal) =>
        Assert.That(RealServiceQuestion.LooksReal(host), Is.EqualTo(looksReal));

    [TestCase("run")]
    [TestCase("probe")]
    public async Task Where_nobody_can_answer_nothing_is_done(string command)
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-real-");
        try
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml"));
            text = text[..text.IndexOf("\nstart:", StringComparison.Ordinal)]
                .Replace("kind: process", "kind: remote", StringComparison.Ordinal)
                .Replace("clock: process", "clock: none", StringComparison.Ordinal)
                .Replace("password: made", "password: env:NOBODY_KNOWS", StringComparison.Ordinal)
                .Replace("client-secret: made", "client-secret: env:NOBODY_KNOWS", StringComparison.Ordinal)
                .Replace("http://localhost:{port:login}", "https://login.example.com", StringComparison.Ordinal)
                .Replace(":{port:apps}", ":4811", StringComparison.Ordinal)
                .Replace("{port:groceries}", "4812", StringComparison.Ordinal)
                .Replace("{port:pharmacy}", "4813", StringComparison.Ordinal);
            var target = Path.Combine(folder.FullName, "real.yaml");
            await File.WriteAllTextAsync(target, text);
            var (code, _, error) = await Kmsi.RunAsync(command, "--target", target, "--browser", "simulated");
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain("login.example.com looks like a service that people depend on").And.Contain("--yes"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
