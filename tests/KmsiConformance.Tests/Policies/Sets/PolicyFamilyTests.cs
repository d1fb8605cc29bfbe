using KmsiConformance.Lint;
using KmsiConformance.Policies.Sets;
using KmsiConformance.Tests.Lint;
using NUnit.Framework;

namespace KmsiConformance.Tests.Policies.Sets;

/// <summary>Files are sorted into sets by what they extend.</summary>
public sealed class PolicyFamilyTests
{
    private ScratchFolder _folder = null!;

    [SetUp]
    public void Begin() => _folder = new ScratchFolder();

    [TearDown]
    public void End() => _folder.Dispose();

    [Test]
    public void Sets_in_folders_of_their_own_may_use_the_same_ids()
    {
        Set("Local/", "contoso", 7);
        Set("Social/", "contoso", 14);
        Assert.That(Days(),
            Is.EqualTo((string[])["Local/SignIn.xml 7 of 3, base seconds 107", "Social/SignIn.xml 14 of 3, base seconds 114"]));
        Assert.That(Errors(), Is.Empty);
    }

    [Test]
    public void Sets_of_two_tenants_in_one_folder_are_kept_apart()
    {
        Set("a-", "contoso", 7);
        Set("b-", "fabrikam", 14);
        Assert.That(Days(), Is.EqualTo((string[])["a-SignIn.xml 7 of 3, base seconds 107", "b-SignIn.xml 14 of 3, base seconds 114"]));
        Assert.That(Errors(), Is.Empty);
    }

    [Test]
    public void Sets_of_one_tenant_in_one_folder_are_kept_apart_by_name_and_reported()
    {
        Set("local-", "contoso", 7);
        Set("social-", "contoso", 14);
        Assert.That(Days(),
            Is.EqualTo((string[])["local-SignIn.xml 7 of 3, base seconds 107", "social-SignIn.xml 14 of 3, base seconds 114"]));
        Assert.That(Errors(), Is.EqualTo((string[])["KMSI003", "KMSI003", "KMSI003", "KMSI003", "KMSI003", "KMSI003"]));
    }

    [Test]
    public void A_base_in_another_folder_is_found()
    {
        _folder.Write("shared/Base.xml", Policy("contoso", "Base", null, ""));
        _folder.Write("apps/SignIn.xml", Policy("contoso", "SignIn", "Base", ""));
        Assert.That(PolicyFamily.Of(FoundPolicies.In([_folder.Path]).Policies), Has.Count.EqualTo(1));
        Assert.That(Errors(), Is.Empty);
    }

    [Test]
    public void The_bases_of_a_file_are_found_beside_it()
    {
        Set("", "contoso", 7);
        var found = FoundPolicies.In([Path.Combine(_folder.Path, "SignIn.xml")]);
        Assert.That(found.Policies.Select(p => p.PolicyId),
            Is.EquivalentTo((string[])["B2C_1A_Base", "B2C_1A_Extensions", "B2C_1A_SignIn"]));
    }

    [Test]
    public void A_chain_of_any_depth_is_followed()
    {
        for (var i = 0; i < 40; i++) _folder.Write($"{i:00}.xml", Policy("contoso", $"Level{i}", i == 0 ? null : $"Level{i - 1}", ""));
        var family = PolicyFamily.Of(FoundPolicies.In([_folder.Path]).Policies).Single();
        Assert.That(new PolicyWalk(family).Visit().Last().Merged.Chain, Has.Count.EqualTo(40));
    }

    [Test]
    public void A_circle_and_what_hangs_on_it_is_one_family_and_ends()
    {
        _folder.Write("a.xml", Policy("contoso", "A", "B", ""));
        _folder.Write("b.xml", Policy("contoso", "B", "A", ""));
        _folder.Write("c.xml", Policy("contoso", "C", "A", "<RelyingParty />"));
        var family = PolicyFamily.Of(FoundPolicies.In([_folder.Path]).Policies).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(family.Members.Select(m => m.BaseState),
                Is.EqualTo((BaseState[])[BaseState.Circular, BaseState.Circular, BaseState.Found]));
            Assert.That(Errors(), Does.Contain("KMSI002"));
        }
    }

    [Test]
    public void Other_xml_and_other_json_in_a_folder_are_passed_over()
    {
        Set("", "contoso", 7);
        _folder.Write("web.xml", "<configuration />");
        _folder.Write("appsettings.json", """{ "Environments": [ { "Name": "Test" } ] }""");
        _folder.Write("broken.json", "{");
        var report = new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([_folder.Path]);
        Assert.That((report.Files, report.Unreadable.Count), Is.EqualTo((3, 0)));
    }

    [Test]
    public void A_file_that_breaks_off_is_reported_and_the_others_are_judged()
    {
        Set("", "contoso", 7);
        _folder.Write("Extensions.xml", Policy("contoso", "Extensions", "Base", "<ClaimsProviders>"));
        var report = new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([_folder.Path]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Unreadable.Single().Problem, Does.Contain("inside ClaimsProviders").And.Contain("<ClaimsProvider>"));
            Assert.That(report.Policies, Is.EqualTo(2));
        }
    }

    [Test]
    public void A_document_type_definition_is_refused_where_it_stands()
    {
        var file = _folder.Write("SignIn.xml",
            "<?xml version=\"1.0\"?>\n <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
            + "<TrustFrameworkPolicy TenantId=\"&e;\" PolicyId=\"p\" />");
        var problem = new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([file]).Unreadable.Single();
        Assert.That((problem.Line, problem.Column, problem.Problem), Is.EqualTo((2, 2, problem.Problem))
            .And.Matches<(int, int, string)>(p => p.Item3.Contains("DOCTYPE", StringComparison.Ordinal)));
    }

    private void Set(string prefix, string tenant, int days)
    {
        _folder.Write(prefix + "Base.xml", Policy(tenant, "Base", null, Behaving(
            $"<SessionExpiryInSeconds>{100 + days}</SessionExpiryInSeconds>")));
        _folder.Write(prefix + "Extensions.xml", Policy(tenant, "Extensions", "Base", ""));
        _folder.Write(prefix + "SignIn.xml", Policy(tenant, "SignIn", "Extensions", Behaving(
            $"""<SingleSignOn Scope="Tenant" KeepAliveInDays="{days}" />""")));
    }

    private static string Behaving(string settings) =>
        $"<RelyingParty><UserJourneyBehaviors>{settings}</UserJourneyBehaviors></RelyingParty>";

    private static string Policy(string tenant, string id, string? basis, string content) => $"""
        <TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" TenantId="{tenant}.onmicrosoft.com" PolicyId="B2C_1A_{id}">
          {(basis is null ? "" : $"<BasePolicy><TenantId>{tenant}.onmicrosoft.com</TenantId><PolicyId>B2C_1A_{basis}</PolicyId></BasePolicy>")}
          {content}
        </TrustFrameworkPolicy>
        """;

    private IEnumerable<string> Days() => SettingsReport.Of([_folder.Path], KnownProfiles.Readings(B2cProfile.Default)).Policies
        .Where(p => p.PolicyId == "B2C_1A_SignIn")
        .Select(p => $"{Path.GetRelativePath(_folder.Path, p.File).Replace('\\', '/')} {p.Settings.KeepAliveInDays} of {p.Chain.Count}, "
            + $"base seconds {p.Settings.SessionExpiryInSeconds}");

    private IEnumerable<string> Errors() => new Linter(KnownProfiles.Readings(B2cProfile.Default)).Lint([_folder.Path]).Findings
        .Where(f => f.Rule.StartsWith("KMSI00", StringComparison.Ordinal)).Select(f => f.Rule);
}
