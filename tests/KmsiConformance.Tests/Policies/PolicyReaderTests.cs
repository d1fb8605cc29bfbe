using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Policies;

public sealed class PolicyReaderTests
{
    private const string Seven =
        """<SingleSignOn Scope="Application" KeepAliveInDays="7" /><SessionExpiryType>Absolute</SessionExpiryType>"""
        + "<SessionExpiryInSeconds>1200</SessionExpiryInSeconds>";

    [Test]
    public void The_settings_in_force_come_from_the_relying_party()
    {
        using var folder = Set(Seven);
        var policy = PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.PolicyId, Is.EqualTo("B2C_1A_signup_signin"));
            Assert.That(policy.BasePolicy!.PolicyId, Is.EqualTo("B2C_1A_Extensions"));
            Assert.That(policy.Chain.Select(f => f.PolicyId),
                Is.EqualTo((string[])["B2C_1A_Base", "B2C_1A_Extensions", "B2C_1A_signup_signin"]));
            Assert.That(policy.Settings, Is.EqualTo(new SessionSettings(SsoScope.Application, 7, ExpiryType.Absolute, 1200)));
            Assert.That(policy.Settings.KeepAlive, Is.EqualTo(TimeSpan.FromDays(7)));
            Assert.That(policy.Settings.Session, Is.EqualTo(TimeSpan.FromMinutes(20)));
        }
    }

    [Test]
    public void Every_setting_knows_where_it_is_written()
    {
        using var folder = Set(Seven);
        var file = Path.Combine(folder.Path, "SignIn.xml");
        var places = PolicyReader.Read(file).Places;
        var line = File.ReadLines(file).ToList().FindIndex(l => l.Contains("SingleSignOn", StringComparison.Ordinal));
        var text = File.ReadAllLines(file)[line];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(places.KeepAliveInDays!.At,
                Is.EqualTo(new Place(file, line + 1, text.IndexOf("KeepAliveInDays", StringComparison.Ordinal) + 1)));
            Assert.That(places.SessionExpiryInSeconds!.At.Column,
                Is.EqualTo(text.IndexOf("SessionExpiryInSeconds", StringComparison.Ordinal) + 1));
            Assert.That(places.EnforceIdTokenHintOnLogout, Is.Null);
        }
    }

    [Test]
    public void Absent_settings_have_the_documented_defaults()
    {
        var settings =
            PolicyReader.Parse("""<TrustFrameworkPolicy TenantId="t" PolicyId="p"><RelyingParty/></TrustFrameworkPolicy>""").Settings;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings, Is.EqualTo(new SessionSettings()));
            Assert.That(settings.Scope, Is.EqualTo(SsoScope.Tenant));
            Assert.That(settings.KeepAlive, Is.Null);
            Assert.That(settings.Expiry, Is.EqualTo(ExpiryType.Rolling));
            Assert.That(settings.Session, Is.EqualTo(TimeSpan.FromDays(1)));
            Assert.That(settings.EnforceIdTokenHintOnLogout, Is.False);
        }
    }

    [TestCase(-1, null)]
    [TestCase(0, null)]
    [TestCase(1, 1)]
    [TestCase(1_000_000, 36_500)]
    public void Nobody_can_be_kept_signed_in_for_less_than_a_day(int written, int? inForce) =>
        Assert.That(new SessionSettings(KeepAliveInDays: written).KeepAlive?.TotalDays, Is.EqualTo(inForce));

    [Test]
    public void An_extension_adds_metadata_to_the_profile_of_its_base()
    {
        using var folder = Set(Seven, PolicySets.WithBox());
        var metadata = PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml")).Metadata("SelfAsserted-LocalAccountSignin-Email");
        Assert.That(metadata.ToDictionary(m => m.Key, m => m.Value.Value, StringComparer.Ordinal),
            Is.EquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SignUpTarget"] = "SignUp", ["setting.operatingMode"] = "Email", ["setting.enableRememberMe"] = "True",
        }));
    }

    [Test]
    public void A_journeys_step_is_replaced_by_its_order()
    {
        using var folder = Set(Seven,
            """<UserJourneys><UserJourney Id="SignUpOrSignIn"><OrchestrationSteps>"""
            + """<OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.mine" />"""
            + "</OrchestrationSteps></UserJourney></UserJourneys>");
        var steps = PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml")).Steps;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps.Select(s => s.Order), Is.EqualTo((int[])[1, 2]));
            Assert.That(steps[0].ContentDefinition, Is.EqualTo("api.mine"));
        }
    }

    [Test]
    public void Unknown_elements_and_placeholders_are_carried()
    {
        using var folder = Set(Seven + """<Novelty Kind="new">{Settings:Something}</Novelty>""");
        var policy = PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml"));
        var novelty = policy.Chain[^1].Root.All("RelyingParty", "UserJourneyBehaviors", "Novelty").Single();
        Assert.That((novelty["Kind"], novelty.Text), Is.EqualTo(("new", "{Settings:Something}")));
    }

    [Test]
    public void Of_many_files_those_for_relying_parties_are_returned()
    {
        using var folder = Set(Seven);
        folder.Write("Other.xml", PolicySets.RelyingParty("", id: "B2C_1A_other"));
        var policies = PolicyReader.Read(Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal));
        Assert.That(policies.Select(p => p.PolicyId), Is.EquivalentTo((string[])["B2C_1A_signup_signin", "B2C_1A_other"]));
    }

    [Test]
    public void Sets_in_different_folders_may_use_the_same_ids()
    {
        using var folder = new PolicyFolder();
        List<string> files = [];
        foreach (var (set, setting) in (IEnumerable<(string, string)>)[("one", "True"), ("two", "False")])
        {
            files.Add(folder.Write($"{set}/Base.xml", PolicySets.Base));
            files.Add(folder.Write($"{set}/Extensions.xml", PolicySets.Extensions(PolicySets.WithBox(setting: setting))));
            files.Add(folder.Write($"{set}/SignIn.xml", PolicySets.RelyingParty(Seven)));
        }

        Assert.That(PolicyReader.Read(files).Select(p => p.KmsiOffered(KnownProfiles.Readings(B2cProfile.December2020))),
            Is.EqualTo((bool[])[true, false]));
    }

    [Test]
    public void A_neighbour_that_is_no_policy_is_passed_over()
    {
        using var folder = Set(Seven);
        folder.Write("notes.xml", "<notes");
        Assert.That(PolicyReader.Read(Path.Combine(folder.Path, "SignIn.xml")).Settings.KeepAliveInDays, Is.EqualTo(7));
    }

    internal static PolicyFolder Set(string behaviors, string extensions = "")
    {
        var folder = new PolicyFolder();
        folder.Write("Base.xml", PolicySets.Base);
        folder.Write("Extensions.xml", PolicySets.Extensions(extensions));
        folder.Write("SignIn.xml", PolicySets.RelyingParty(behaviors));
        return folder;
    }
}
