using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>What the reference does not play is said, with its place.</summary>
internal sealed class UnsupportedPartsTests
{
    private static readonly string Policy = Path.Combine(Repository.Scenarios, "policies", "2020-12-thirty-days.xml");

    [Test]
    public void A_policy_made_from_settings_leaves_little_out()
    {
        var xml = PolicyWriter.Write(new SessionSettings(KeepAliveInDays: 7), "B2C_1A_made", "kmsidemo.onmicrosoft.com", true,
            KnownProfiles.Readings(B2cProfile.December2020));
        var parts = UnsupportedParts.Of(PolicyReader.Parse(xml), KnownProfiles.Readings(B2cProfile.December2020), ServiceHosts.None);
        Assert.That(parts.Select(part => part.What), Has.None.Contains("provider").And.None.Contains("steps of type"));
    }

    [TestCase("<SessionExpiryInSeconds>1200</SessionExpiryInSeconds>",
        "<SessionExpiryInSeconds>1200</SessionExpiryInSeconds><ScriptExecution>Allow</ScriptExecution>", "ScriptExecution")]
    [TestCase("Scope=\"Tenant\"", "Scope=\"TrustFramework\"", "TrustFramework")]
    public void A_part_that_is_added_is_named_with_its_place(string written, string instead, string named)
    {
        var text = File.ReadAllText(Policy);
        Assert.That(text, Does.Contain(written));
        var before = UnsupportedParts.Of(PolicyReader.Parse(text), KnownProfiles.Readings(B2cProfile.December2020), ServiceHosts.None);
        var after = UnsupportedParts.Of(PolicyReader.Parse(text.Replace(written, instead, StringComparison.Ordinal)),
            KnownProfiles.Readings(B2cProfile.December2020), ServiceHosts.None);

        var added = after.Where(part => before.All(known => known.What != part.What)).ToList();
        Assert.That(added.Select(part => part.What), Has.One.Contains(named));
        Assert.That(added.Single().At.Line,
            Is.EqualTo(text[..text.IndexOf(written, StringComparison.Ordinal)].Count(character => character == '\n') + 1));
    }

    [Test]
    public void A_journey_step_that_is_not_played_is_named()
    {
        var text = File.ReadAllText(Policy).Replace("</OrchestrationSteps>",
            "<OrchestrationStep Order=\"9\" Type=\"ConsentScreen\" /></OrchestrationSteps>", StringComparison.Ordinal);
        Assert.That(UnsupportedParts.Of(PolicyReader.Parse(text), KnownProfiles.Readings(B2cProfile.December2020), ServiceHosts.None)
            .Select(part => part.What), Has.One.Contains("ConsentScreen"));
    }
}
