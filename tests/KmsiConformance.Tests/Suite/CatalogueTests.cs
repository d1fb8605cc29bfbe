using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.Pages;
using KmsiConformance.Suite.Steps.SignIn;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>The catalogue that we ship.</summary>
internal sealed class CatalogueTests
{
    private static readonly ScenarioSuite Suite = SuiteLoader.Load(Repository.Scenarios);

    private static readonly string[] AskedFor =
    [
        "R-002", "R-003", "R-004", "R-005", "R-006", "R-020", "R-022", "R-023", "R-024", "R-025", "R-026", "R-027", "R-028", "R-029",
        "R-030", "R-031", "R-039", "R-040", "R-041", "R-042", "R-043", "R-044", "R-045", "R-046", "R-048", "R-050", "R-051",
        "R-053", "R-054", "R-055", "R-085", "R-086", "R-087", "R-088",
    ];

    [TestCaseSource(nameof(AskedFor))]
    public void A_requirement_of_the_first_catalogue_is_assessed_in_every_profile_that_contains_it(string id)
    {
        var requirement = Suite.Requirements[id];
        foreach (var profile in requirement.Profiles.Where(profile => profile.StartsWith("b2c-", StringComparison.Ordinal)))
            Assert.That(Suite.Select(profile, []).Any(scenario => scenario.Requirements.Contains(id)), Is.True, $"{id} in {profile}");
    }

    [Test]
    public void Every_requirement_that_nothing_assesses_says_why()
    {
        var silent = Suite.Requirements.Values.Where(requirement => requirement.AssessedBy is "none" or "capability"
            && requirement.Reason is null);
        Assert.That(silent.Select(requirement => requirement.Id), Is.Empty);
    }

    [Test]
    public void Every_scenario_judges_something()
    {
        var idle = Suite.Scenarios.Where(scenario => !scenario.Steps.Any(step => step
            is VisitStep or ExpectCookieStep or ExpectNoCookieStep or ExpectPageStep or ExpectLogStep));
        Assert.That(idle.Select(scenario => scenario.Id), Is.Empty);
    }

    // Nothing is needed of an identity provider's session, and no target file says how its tokens are issued.
    [Test]
    public void A_scenario_that_expects_a_silent_visit_says_how_long_sessions_must_last()
    {
        var careless = from scenario in Suite.Scenarios
                       where scenario.Policy.File is null && scenario.Providers.Count == 0
                       from profile in scenario.Profiles
                       where scenario.Steps.OfType<VisitStep>().Any(step => step.Expect.For(profile) == VisitOutcomes.Silent)
                       where !scenario.Needs.Any(need => need.Setting is "session" or "keep-alive" or "token-issuer")
                       select $"{scenario.Id} under {profile}";
        Assert.That(careless, Is.Empty, "say it under 'needs', or they fail at a login endpoint of shorter sessions");
    }

    [Test]
    public void Every_step_says_every_name_that_it_uses()
    {
        var silent = Suite.Scenarios.SelectMany(scenario => scenario.Steps.SelectMany(step => Unsaid(scenario, step)));
        Assert.That(silent.Distinct(), Is.Empty, "add it to the step's Names, or a typing mistake in it is never noticed");
    }

    [Test]
    public void The_reference_has_an_account_for_everybody_of_the_cast()
    {
        Assert.That(KmsiConformance.Reference.Kernel.Accounts.ReferenceUsers.Standard.Select(user => user.UserName),
            Is.SupersetOf(Suite.Users));
        Assert.That(KmsiConformance.IdentityProviders.ProviderOptions.StandardUsers("contoso").Select(user => user.UserName),
            Is.SupersetOf(Suite.Users));
    }

    // A text in a step that is also the name of an app, provider or user is meant as one.
    private static IEnumerable<string> Unsaid(Scenario scenario, Step step)
    {
        var said = step.Names.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        HashSet<string> known = [.. scenario.Apps.Keys, .. scenario.Providers.Keys, .. Suite.Users];
        object[] holders = step is CookieStep cookie ? [step, cookie.Cookie] : [step];
        return from holder in holders
               from property in holder.GetType().GetProperties()
               where property.PropertyType == typeof(string)
               let text = (string?)property.GetValue(holder)
               where text is not null && known.Contains(text) && !said.Contains(text)
               select $"{step.GetType().Name}.{property.Name} ({scenario.Id})";
    }

    [Test]
    public void Exactly_one_profile_judges_by_default() => Assert.That(Suite.Profiles.Count(profile => profile.IsDefault), Is.EqualTo(1));

    [Test]
    public void A_pattern_selects_by_id()
    {
        var selected = Suite.Select(Suite.DefaultProfile.Id, ["sign-out/*"]);
        Assert.That(selected, Is.Not.Empty);
        Assert.That(selected.Select(scenario => scenario.Id), Is.All.StartsWith("sign-out/"));
    }

    [Test]
    public void A_pattern_that_matches_nothing_selects_nothing() =>
        Assert.That(Suite.Select(Suite.DefaultProfile.Id, ["no-such-area/*"]), Is.Empty);
}
