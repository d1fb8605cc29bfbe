using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Policies;

public sealed class KmsiOfferTests
{
    [TestCase("1.1.0", "True", true, true)]
    [TestCase("2.1.14", "true", true, true)]
    [TestCase("1.10.0", "TRUE", true, true)]
    [TestCase("1.0.0", "True", false, false)]
    [TestCase("1.1.0", "False", true, false)]
    [TestCase("1.1.0", "yes", true, false)]
    public void The_page_version_decides_and_in_2020_the_metadata_too(string version, string setting, bool until2018, bool in2020)
    {
        using var folder = PolicyReaderTests.Set("", PolicySets.WithBox(version, setting));
        var policy = PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var profile in B2cProfile.All)
                Assert.That(policy.KmsiOffered(KnownProfiles.Readings(profile)),
                    Is.EqualTo(profile == B2cProfile.December2020 ? in2020 : until2018), profile);
        }
    }

    [Test]
    public void The_offer_says_why_and_where()
    {
        using var folder = PolicyReaderTests.Set("", PolicySets.WithBox(setting: "False"));
        var offer = PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml")).KmsiOffer(KnownProfiles.Readings(B2cProfile.December2020));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(offer.Because, Is.EqualTo("setting.enableRememberMe is False on SelfAsserted-LocalAccountSignin-Email"));
            Assert.That(offer.At!.Value.File, Does.EndWith("Extensions.xml"));
        }
    }

    [Test]
    public void Metadata_may_come_from_an_included_profile()
    {
        using var folder = PolicyReaderTests.Set("", PolicySets.WithBox().Replace(
            "<TechnicalProfile Id=\"SelfAsserted-LocalAccountSignin-Email\">",
            "<TechnicalProfile Id=\"SelfAsserted-LocalAccountSignin-Email\"><IncludeTechnicalProfile ReferenceId=\"Common\" />"
            + "</TechnicalProfile><TechnicalProfile Id=\"Common\"><IncludeTechnicalProfile ReferenceId=\"Common\" />",
            StringComparison.Ordinal));
        Assert.That(PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml"))
            .KmsiOffered(KnownProfiles.Readings(B2cProfile.December2020)), Is.True);
    }

    [Test]
    public void A_policy_without_journey_offers_nothing() =>
        Assert.That(PolicyReader.Parse(PolicySets.Alone("")).KmsiOffer(KnownProfiles.Readings(B2cProfile.August2018)).Because,
            Is.EqualTo("the journey (none) has no steps"));

    [TestCase("urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0", true)]
    [TestCase("urn:com:microsoft:aad:b2c:elements:contract:unifiedssp:2.1.5", true)]
    [TestCase("urn:com:microsoft:aad:b2c:elements:selfasserted:1.1.0", false)]
    [TestCase("urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1", false)]
    [TestCase("urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0.9", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void A_page_identifier_is_read_in_both_spellings(string? dataUri, bool can) =>
        Assert.That(PageIdentifier.Parse(dataUri)?.CanOfferKeepMeSignedIn ?? false, Is.EqualTo(can));
}
