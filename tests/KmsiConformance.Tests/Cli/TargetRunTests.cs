using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>The program against a product that its target file starts.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TargetRunTests
{
    private static readonly string Shipped = Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml");

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("kmsi-target-run-");

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [Test]
    public async Task The_list_says_what_runs_there_and_why_the_rest_does_not()
    {
        var (code, output, error) = await Kmsi.RunAsync("list", "--target", Shipped, "--format", "json");
        Assert.That(code, Is.Zero, error);
        using var list = JsonDocument.Parse(output);
        var rows = list.RootElement.GetProperty("scenarios").EnumerateArray()
            .ToDictionary(row => row.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(rows["prompt/none-with-a-session-is-silent"].GetProperty("runs").GetBoolean(), Is.True);
            var absolute = rows["prompt/none-after-the-session-is-an-error"];
            Assert.That(absolute.GetProperty("runs").GetBoolean(), Is.False);
            Assert.That(absolute.GetProperty("reason").GetString(), Does.Contain("needs expiry absolute, the target has rolling"));
        });
    }

    [Test]
    public async Task A_target_that_is_not_as_its_file_says_is_2_and_never_a_verdict()
    {
        var text = await File.ReadAllTextAsync(Shipped);
        var wrong = Path.Combine(_folder.FullName, "wrong.yaml");
        var product = Path.Combine(Repository.Root, "tests", "targets", "oidc-provider");
        await File.WriteAllTextAsync(wrong, text
            .Replace("../../tests/targets/oidc-provider", product, StringComparison.Ordinal)
            .Replace("client-id: groceries", "client-id: grocery", StringComparison.Ordinal));
        var run = Path.Combine(_folder.FullName, "run");
        var (code, output, error) = await Kmsi.RunAsync(
            "run", "--target", wrong, "--browser", "simulated", "--only", "prompt/none-with*", "--out", run);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(2), output);
            Assert.That(error, Does.Contain("grocery").And.Contain("[your registration]").And.Contain("cannot be judged yet"));
            Assert.That(output, Does.Not.Contain("FAILED"));
            Assert.That(File.Exists(new RunFolder(run).RunFile), Is.False);
        });
    }

    [Test]
    public async Task A_run_of_some_scenarios_says_so_in_its_result()
    {
        var run = Path.Combine(_folder.FullName, "run");
        var (code, output, error) = await Kmsi.RunAsync(
            "run", "--target", Shipped, "--browser", "simulated", "--only", "prompt/none-with*", "--out", run);
        Assert.That(code, Is.Zero, output + error);
        Assert.That(new RunFolder(run).ReadRun().Notes, Has.One.Contains("Only ").And.One.Contains("--only prompt/none-with*"));
    }

    [Test]
    public async Task A_known_failure_fails_no_run_and_one_that_is_gone_does()
    {
        var known = Path.Combine(_folder.FullName, "known");
        var (code, output, error) = await Kmsi.RunAsync(
            "run", "--target", Shipped, "--browser", "simulated", "--only", "openid-connect/a-posted-sign-out-works*", "--out", known);
        Assert.That(code, Is.Zero, output + error);
        var run = new RunFolder(known).ReadRun();
        Assert.Multiple(() =>
        {
            Assert.That(run.Scenarios.Single().Verdict, Is.EqualTo(Verdict.Failed), "known or not");
            Assert.That(run.Scenarios.Single().Violates, Is.EqualTo("specification"));
            Assert.That(run.Target.Version, Is.EqualTo("9.13.3"));
            Assert.That(run.Target.Policy, Does.Contain("14 days").And.Contain("from the default ttl.Session"));
            Assert.That(output, Does.Contain("Known:"));
        });

        var stale = Path.Combine(_folder.FullName, "stale.yaml");
        var product = Path.Combine(Repository.Root, "tests", "targets", "oidc-provider");
        await File.WriteAllTextAsync(stale, (await File.ReadAllTextAsync(Shipped))
            .Replace("../../tests/targets/oidc-provider", product, StringComparison.Ordinal)
            .Replace("openid-connect/a-posted-sign-out-works-too", "prompt/none-with-a-session-is-silent", StringComparison.Ordinal));
        (code, output, error) = await Kmsi.RunAsync(
            "run", "--target", stale, "--browser", "simulated", "--only", "prompt/none-with*",
            "--out", Path.Combine(_folder.FullName, "gone"));
        Assert.That(code, Is.EqualTo(1), output + error);
        Assert.That(output, Does.Contain("Take it out of 'known'"));
    }

    [Test]
    public async Task A_fault_is_refused_where_it_would_have_no_effect()
    {
        var (code, _, error) = await Kmsi.RunAsync("run", "--target", Shipped, "--fault", "accepts-any-password");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("only the reference"));
    }
}
