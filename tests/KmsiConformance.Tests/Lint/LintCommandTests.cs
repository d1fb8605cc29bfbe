using System.Diagnostics;
using NUnit.Framework;

namespace KmsiConformance.Tests.Lint;

/// <summary>The command itself: exit codes and what goes to which stream.</summary>
public sealed class LintCommandTests
{
    [Test]
    public async Task No_findings_end_with_0()
    {
        var (code, output, _) = await LintAsync(Path.Combine(PolicyData.Scenarios, "2018-12"), "--profile", "b2c-2018-12");
        Assert.That((code, output.TrimEnd()), Is.EqualTo((0, "No findings. 1 policy of 1 set in 3 files judged by b2c-2018-12.")));
    }

    [TestCase("2018-08", "b2c-2018-08", "info", 0)]
    [TestCase("2018-08", "b2c-2018-12", "warning", 1)]
    [TestCase("2018-08", "b2c-2018-12", "error", 0)]
    [TestCase("2020-12", "b2c-2020-12", "info", 1)]
    [TestCase("2020-12", "b2c-2020-12", "warning", 0)]
    public async Task Findings_at_or_above_the_limit_end_with_1(string set, string profile, string failOn, int expected)
    {
        var (code, output, _) = await LintAsync(Path.Combine(PolicyData.Scenarios, set), "--profile", profile, "--fail-on", failOn,
            "--format", "sarif");
        Assert.That(code, Is.EqualTo(expected), output);
    }

    [Test]
    public async Task The_least_severity_is_warning_unless_said_otherwise()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await LintAsync(Path.Combine(PolicyData.Scenarios, "2018-08"), "--profile", "b2c-2018-12")).Code, Is.EqualTo(1));
            Assert.That((await LintAsync(Path.Combine(PolicyData.Scenarios, "2020-12"))).Code, Is.Zero);
        }
    }

    [Test]
    public async Task A_finding_is_printed_with_its_line_and_a_mark()
    {
        var (code, output, _) = await LintAsync(Path.Combine(PolicyData.Examples, "KMSI030", "bad"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(output, Does.Contain("SignIn.xml(5,21): error KMSI030: Scope is \"Disabled\", which is the portal's word."));
            Assert.That(output.ReplaceLineEndings("\n"), Does.Contain(
                "     5 |       <SingleSignOn Scope=\"Disabled\" />\n       |                     ^^^^^^^^^^^^^^^^\n"
                + "       Write Scope=\"Suppressed\"."));
        }
    }

    [Test]
    public async Task An_unreadable_file_ends_with_2_and_says_where_and_what_is_expected()
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("SignIn.xml",
            "<TrustFrameworkPolicy TenantId=\"t\" PolicyId=\"p\">\n  <RelyingParty>\n    <UserJourneyBehaviors>\n"
            + "      <SingleSignOn Scope=\"Tenant\">\n    </UserJourneyBehaviors>\n");
        var (code, output, error) = await LintAsync(file, "--format", "json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain("SignIn.xml(5,7): ").And.Contain("inside SingleSignOn, which begins on line 4")
                .And.Contain("<SingleSignOn Scope=\"Tenant\" KeepAliveInDays=\"7\" />"));
            Assert.That(output, Does.Contain("\"unreadable\"").And.Contain("\"line\": 5"));
        }
    }

    [TestCase("nowhere.xml", "cannot be read")]
    [TestCase(".", "There is no custom policy")]
    public async Task What_is_not_there_ends_with_2(string path, string message)
    {
        using var folder = new ScratchFolder();
        var (code, _, error) = await LintAsync(Path.Combine(folder.Path, path));
        Assert.That((code, error), Is.EqualTo((2, error))
            .And.Matches<(int, string)>(r => r.Item2.Contains(message, StringComparison.Ordinal)));
    }

    [TestCase]
    [TestCase("x.xml", "--profile", "aad-2020-06")]
    [TestCase("x.xml", "--show", "settings", "--format", "sarif")]
    public async Task Wrong_use_ends_with_2(params string[] arguments) => Assert.That((await LintAsync(arguments)).Code, Is.EqualTo(2));

    private static async Task<(int Code, string Output, string Error)> LintAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "kmsi.dll"), "lint", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
