using System.Text.Json;
using KmsiConformance.Lint;
using KmsiConformance.Lint.Output;
using NUnit.Framework;

namespace KmsiConformance.Tests.Lint;

/// <summary>SARIF 2.1.0 as code hosts read it.</summary>
public sealed class SarifTests
{
    private static readonly LintReport Report = new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([PolicyData.Examples]);

    private static JsonElement Run(LintReport report) => JsonDocument.Parse(Sarif.Of(report, "1.2.3")).RootElement.GetProperty("runs")[0];

    [Test]
    public void The_log_says_which_version_and_tool_it_is_of()
    {
        var log = JsonDocument.Parse(Sarif.Of(Report, "1.2.3")).RootElement;
        var driver = log.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
            Assert.That(log.GetProperty("$schema").GetString(), Does.EndWith("sarif-2.1.0.json"));
            Assert.That(driver.GetProperty("name").GetString(), Is.EqualTo("kmsi lint"));
            Assert.That(driver.GetProperty("version").GetString(), Is.EqualTo("1.2.3"));
        }
    }

    [Test]
    public void Every_result_points_to_its_rule_and_its_place()
    {
        var run = Run(Report);
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.That(run.GetProperty("results").GetArrayLength(), Is.EqualTo(Report.Findings.Count).And.GreaterThan(100));
        using (Assert.EnterMultipleScope())
        {
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
                Assert.That(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(),
                    Is.EqualTo(result.GetProperty("ruleId").GetString()));
                Assert.That(result.GetProperty("level").GetString(), Is.AnyOf("error", "warning", "note"));
                Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Is.Not.Empty);
                Assert.That(region.GetProperty("startLine").GetInt32(), Is.Positive);
                Assert.That(region.GetProperty("startColumn").GetInt32(), Is.Positive);
            }
        }
    }

    [Test]
    public void Addresses_are_valid_uris()
    {
        using var folder = new ScratchFolder();
        folder.Write("with space & ü.xml", """<TrustFrameworkPolicy TenantId="t" PolicyId="p"/>""");
        var uri = Run(new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([folder.Path])).GetProperty("results")[0]
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
        Assert.That(uri, Does.StartWith("file://").And.EndWith("with%20space%20&%20%C3%BC.xml"));
    }

    [Test]
    public void A_file_that_cannot_be_read_is_a_failed_invocation()
    {
        using var folder = new ScratchFolder();
        folder.Write("broken.xml", "<TrustFrameworkPolicy");
        var invocation = Run(new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([folder.Path])).GetProperty("invocations")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(invocation.GetProperty("executionSuccessful").GetBoolean(), Is.False);
            Assert.That(invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(),
                Does.Contain("not well-formed"));
        }
    }
}
