using System.Text.Json;
using KmsiConformance.Lint;
using KmsiConformance.Lint.Output;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Lint;

/// <summary>What the command prints is a contract with scripts.</summary>
public sealed class OutputTests
{
    [Test]
    public void A_finding_in_json_has_the_agreed_names()
    {
        var report = new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([Path.Combine(PolicyData.Examples, "KMSI030", "bad")]);
        var finding = JsonDocument.Parse(ReportJson.Of(report)).RootElement.GetProperty("findings").EnumerateArray()
            .Single(f => f.GetProperty("rule").GetString() == "KMSI030");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.EnumerateObject().Select(p => p.Name),
                Is.EqualTo((string[])["rule", "severity", "file", "line", "column", "message", "suggestion"]));
            Assert.That(finding.GetProperty("severity").GetString(), Is.EqualTo("error"));
            Assert.That(finding.GetProperty("message").GetString(), Does.Contain("\"Disabled\""));
            Assert.That(finding.GetProperty("suggestion").GetString(), Does.Contain("Scope=\"Suppressed\""));
        }
    }

    [Test]
    public void Settings_in_json_have_the_agreed_names_and_places()
    {
        var file = Path.Combine(PolicyData.Scenarios, "2020-12", "SignUpOrSignIn.xml");
        var policy = JsonDocument.Parse(SettingsJson.Of(SettingsReport.Of([file], KnownProfiles.Readings(B2cProfile.Default))))
            .RootElement.GetProperty("policies")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.GetProperty("policyId").GetString(), Is.EqualTo("B2C_1A_2020_12_SignUpOrSignIn"));
            Assert.That(policy.GetProperty("scope").GetString(), Is.EqualTo("Tenant"));
            Assert.That(policy.GetProperty("keepAliveInDays").GetInt32(), Is.EqualTo(30));
            Assert.That(policy.GetProperty("sessionExpiryType").GetString(), Is.EqualTo("Absolute"));
            Assert.That(policy.GetProperty("sessionExpiryInSeconds").GetInt32(), Is.EqualTo(1200));
            Assert.That(policy.GetProperty("enforceIdTokenHintOnLogout").GetBoolean(), Is.False);
            Assert.That(policy.GetProperty("kmsiOffered").GetBoolean(), Is.True);
            Assert.That(policy.GetProperty("places").GetProperty("keepAliveInDays").GetProperty("file").GetString(), Is.EqualTo(file));
            Assert.That(policy.GetProperty("places").TryGetProperty("enforceIdTokenHintOnLogout", out _), Is.False,
                "a default is written nowhere");
            Assert.That(policy.GetProperty("places").GetProperty("kmsiOffered").GetProperty("file").GetString(),
                Does.EndWith("TrustFrameworkExtensions.xml"));
            Assert.That(policy.GetProperty("claimsProviders").EnumerateArray().Select(p => p.GetProperty("kind").GetString()),
                Is.EqualTo((string[])["local", "federated"]));
        }
    }

    [Test]
    public void A_value_that_cannot_be_read_is_shown_as_such()
    {
        using var folder = new ScratchFolder();
        const string Xml =
            """<TrustFrameworkPolicy TenantId="t" PolicyId="p"><RelyingParty><UserJourneyBehaviors>"""
            + """<SingleSignOn Scope="Disabled" KeepAliveInDays="{Settings:Days}"/>"""
            + "</UserJourneyBehaviors></RelyingParty></TrustFrameworkPolicy>";
        var file = folder.Write("SignIn.xml", Xml);
        var policy = SettingsReport.Of([file], KnownProfiles.Readings(B2cProfile.Default)).Policies.Single();
        Assert.That(policy.Unread.Select(p => p.Column), Is.EqualTo((int[])[Xml.IndexOf("Scope", StringComparison.Ordinal) + 1,
            Xml.IndexOf("KeepAlive", StringComparison.Ordinal) + 1]));
    }

    [TestCase("  <SingleSignOn Scope=\"Disabled\" />", 17, "                ^^^^^^^^^^^^^^^^")]
    [TestCase("  <SingleSignOn Scope=\"Disabled\" />", 4, "   ^^^^^^^^^^^^")]
    [TestCase("<a>", 99, "   ^")]
    [TestCase("", 1, "^")]
    public void The_mark_stands_under_what_is_meant(string line, int column, string mark) =>
        Assert.That(SourceExcerpt.Of(line, column), Is.EqualTo(new SourceExcerpt(line, mark)));

    [Test]
    public void A_long_line_is_cut_around_the_mark()
    {
        var line = new string('x', 500) + " Scope=\"Disabled\"" + new string('y', 500);
        var excerpt = SourceExcerpt.Of(line, 502);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(excerpt.Line.Substring(excerpt.Underline.IndexOf('^', StringComparison.Ordinal), 16),
                Is.EqualTo("Scope=\"Disabled\""));
            Assert.That(excerpt.Line, Has.Length.LessThan(120));
        }
    }

    [Test]
    public void Nothing_in_a_file_reaches_the_terminal_as_a_command() =>
        Assert.That(SourceExcerpt.Of("a\tb\u009b31mc", 1).Line, Is.EqualTo("a b 31mc"));

    [Test]
    public void The_page_of_rules_is_up_to_date()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "policies.md"));
        var begin = page.IndexOf(RulesPage.Begin, StringComparison.Ordinal);
        Assert.That(begin, Is.Positive, "docs/policies.md has lost the line " + RulesPage.Begin);
        Assert.That(page[begin..], Is.EqualTo(RulesPage.Write(KnownProfiles.B2c)),
            "replace the end of docs/policies.md by what `kmsi lint --rules markdown` prints");
    }
}
