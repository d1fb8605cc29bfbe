using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Policies;

/// <summary>What is wrong with a file is said with its place and the mend.</summary>
public sealed class PolicyErrorTests
{
    [TestCase("""<SingleSignOn Scope="Disabled" />""", "Scope=\"Suppressed\"")]
    [TestCase("""<SingleSignOn Scope="tenant" />""", "Expected Tenant, Application, Policy, Suppressed or TrustFramework")]
    [TestCase("""<SingleSignOn Scope="Tenant" KeepAliveInDays="7 days" />""",
        "KeepAliveInDays is \"7 days\". Expected a whole number of days")]
    [TestCase("""<SingleSignOn Scope="Tenant" KeepAliveInDays="99999999999" />""", "whole number of days")]
    [TestCase("""<SingleSignOn Scope="Tenant" EnforceIdTokenHintOnLogout="True" />""", "true or false in small letters")]
    [TestCase("""<SessionExpiryType>rolling</SessionExpiryType>""", "Expected Rolling or Absolute")]
    [TestCase("""<SessionExpiryInSeconds>1.5</SessionExpiryInSeconds>""", "SessionExpiryInSeconds is \"1.5\"")]
    public void A_wrong_value_is_named_with_its_mend(string behaviors, string mend)
    {
        var thrown = Assert.Throws<PolicyException>(() => PolicyReader.Parse(PolicySets.Alone(behaviors), "SignIn.xml"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Message, Does.StartWith("SignIn.xml(2,").And.Contain(mend));
            Assert.That((thrown.File, thrown.Line), Is.EqualTo(("SignIn.xml", 2)));
        }
    }

    [TestCase("", "not well-formed")]
    [TestCase("not xml", "not well-formed")]
    [TestCase("<TrustFrameworkPolicy>", "not well-formed")]
    [TestCase("<a/><b/>", "not well-formed")]
    [TestCase("<a>&nothing;</a>", "not well-formed")]
    [TestCase("<Other/>", "The root element is Other")]
    [TestCase("""<TrustFrameworkPolicy TenantId="t"/>""", "no PolicyId")]
    [TestCase("""<TrustFrameworkPolicy PolicyId="p"/>""", "no TenantId")]
    [TestCase("""<TrustFrameworkPolicy PolicyId="p" TenantId="t"><BasePolicy><TenantId>t</TenantId></BasePolicy></TrustFrameworkPolicy>""",
        "BasePolicy has no PolicyId")]
    [TestCase("""<TrustFrameworkPolicy PolicyId="p" TenantId="t"><BasePolicy><TenantId>t</TenantId><PolicyId>p</PolicyId></BasePolicy>"""
        + "</TrustFrameworkPolicy>", "is a circle")]
    [TestCase("""<TrustFrameworkPolicy PolicyId="p" TenantId="t"><BasePolicy><TenantId>t</TenantId><PolicyId>q</PolicyId></BasePolicy>"""
        + "</TrustFrameworkPolicy>", "is in none of the 1 files read")]
    [TestCase("""<TrustFrameworkPolicy PolicyId="p" TenantId="t"><UserJourneys><UserJourney Id="j"><OrchestrationSteps>"""
        + """<OrchestrationStep Order="first"/></OrchestrationSteps></UserJourney></UserJourneys>"""
        + """<RelyingParty><DefaultUserJourney ReferenceId="j"/></RelyingParty></TrustFrameworkPolicy>""", "Order \"first\"")]
    public void A_file_that_is_no_policy_is_refused(string xml, string problem) =>
        Assert.That(() => PolicyReader.Parse(xml), Throws.TypeOf<PolicyException>().With.Message.Contains(problem));

    [Test]
    public void A_document_type_definition_is_refused_at_its_place()
    {
        var secret = Path.GetTempFileName();
        var thrown = Assert.Throws<PolicyException>(() => PolicyReader.Parse($"""
            <?xml version="1.0"?>
            <!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>
            <TrustFrameworkPolicy PolicyId="&e;" TenantId="t"/>
            """, "evil.xml"));
        File.Delete(secret);
        Assert.That(thrown.Message, Does.StartWith("evil.xml(2,").And.Contain("DOCTYPE").And.Contain("delete it"));
    }

    [Test]
    public void A_file_that_is_too_large_is_refused() => Assert.That(
        () => PolicyReader.Parse(new string(' ', 4 * 1024 * 1024) + "<a/>"),
        Throws.TypeOf<PolicyException>().With.Message.Contains("a policy may have 4194304"));

    [Test]
    public void Nesting_that_is_too_deep_is_refused() => Assert.That(
        () => PolicyReader.Parse(string.Concat(Enumerable.Repeat("<a>", 100_000))),
        Throws.TypeOf<PolicyException>().With.Message.Contains("more than 64 deep"));

    [Test]
    public void A_missing_file_and_a_folder_are_refused()
    {
        using var folder = new PolicyFolder();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => PolicyReader.Read(Path.Combine(folder.Path, "none.xml")),
                Throws.TypeOf<PolicyException>().With.Message.Contains("cannot be read"));
            Assert.That(() => PolicyReader.Read(folder.Path), Throws.TypeOf<PolicyException>());
            Assert.That(() => PolicyReader.Read(""), Throws.TypeOf<PolicyException>());
        }
    }

    [Test]
    public void A_base_that_is_there_twice_is_refused()
    {
        using var folder = PolicyReaderTests.Set("");
        folder.Write("Copy.xml", PolicySets.Base);
        Assert.That(() => PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml")),
            Throws.TypeOf<PolicyException>().With.Message.Contains("more than once").And.Message.Contains("Copy.xml"));
    }

    [Test]
    public void A_long_circle_of_bases_is_refused()
    {
        using var folder = PolicyReaderTests.Set("");
        folder.Write("Base.xml", PolicySets.Extensions(policyBase: "B2C_1A_Extensions")
            .Replace("PolicyId=\"B2C_1A_Extensions\"", "PolicyId=\"B2C_1A_Base\"", StringComparison.Ordinal));
        Assert.That(
            () => PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml")),
            Throws.TypeOf<PolicyException>()
                .With.Message.Contains("B2C_1A_signup_signin → B2C_1A_Extensions → B2C_1A_Base → B2C_1A_Extensions is a circle"));
    }
}
