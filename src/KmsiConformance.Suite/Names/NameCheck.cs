using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Policies;
using KmsiConformance.Suite.Needs;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Tabs;

namespace KmsiConformance.Suite.Names;

/// <summary>Holds every name of a scenario against what there is. A name that stands for nothing could only pass by accident.</summary>
/// <param name="suite">Everything that scenarios may refer to.</param>
internal sealed class NameCheck(ScenarioSuite suite)
{
    /// <summary>What is wrong with the names of a scenario, each at its place.</summary>
    public IEnumerable<SuiteProblem> Problems(Scenario scenario)
    {
        var used = scenario.Names.Concat(scenario.Steps.SelectMany(step => step.Names)).ToList();
        foreach (var name in used)
        {
            var (what, known, where) = Known(name.Kind, scenario);
            if (!known.Contains(name.Name))
                yield return At(scenario, name,
                    $"There is no {what} '{name.Name}'.{NearestName.Hint(name.Name, known)} {where}: {Listed(known)}.");
        }

        foreach (var id in scenario.Names.Where(name => name.Kind == NameKind.Requirement && suite.Requirements.ContainsKey(name.Name)))
        {
            var holdsIn = suite.Requirements[id.Name].Profiles;
            if (!holdsIn.Intersect(scenario.Profiles).Any())
                yield return At(scenario, id, $"{id.Name} holds only in {Listed(holdsIn)}, and this scenario runs in none of them.");
        }

        if (scenario.Policy.Other is not null && !used.Exists(name => name.Kind == NameKind.Policy))
        {
            var other = scenario.OtherPolicyPlace;
            yield return new SuiteProblem(scenario.File, other.Line, other.Column,
                "No step uses the second policy: write 'policy: other' in one, or leave out other-policy.");
        }

        foreach (var idle in scenario.Devices.Skip(1).Where(device =>
            !used.Exists(name => name.Kind == NameKind.Device && name.Name == device.Name)))
            yield return At(
                scenario, idle, $"No step uses the device {idle.Name}: write 'use-device: {idle.Name}' before one, or leave it out.");

        foreach (var idle in scenario.Tabs.Skip(1).Where(tab => !used.Exists(name => name.Kind == NameKind.Tab && name.Name == tab.Name)))
            yield return At(scenario, idle, $"No step uses the tab {idle.Name}: write 'use-tab: {idle.Name}' before one, or leave it out.");

        if (scenario.Tabs.Count > 0 && !OpenTabs.Matter(scenario))
            yield return At(scenario, scenario.Tabs[0],
                "It makes no difference here that there are several tabs: no 'fill-in', 'reload', 'go-back' or 'expect-page' takes up what "
                + "was left in one. Come back to a tab by 'use-tab' and use its page, or leave out 'tabs'.");

        foreach (var need in scenario.Needs.OfType<AssuranceNeed>())
        {
            if (suite.Profiles.FirstOrDefault(profile => scenario.Profiles.Contains(profile.Id) && need.IsOf(profile.Id)
                && profile.Readings.Product != LoginProduct.Web) is { } other)
                yield return new SuiteProblem(scenario.File, need.Line, need.Column,
                    $"Only a site that speaks no protocol can claim a level of assurance, and {other.Id} judges none, so this is never met "
                    + "there. Leave out the need, or the profile.");
        }

        foreach (var step in scenario.Steps)
        {
            foreach (var misfit in Played(scenario).SelectMany(played => step.Misfits(played).Concat(OnSites.Misfits(played, step)))
                .Distinct(StringComparer.Ordinal))
                yield return new SuiteProblem(scenario.File, step.Line, step.Place.Column, misfit);
        }
    }

    private IEnumerable<Scenario> Played(Scenario scenario) =>
        suite.Profiles.Where(profile => scenario.Profiles.Contains(profile.Id)).Select(scenario.Under);

    private (string What, IReadOnlyCollection<string> Known, string Where) Known(NameKind kind, Scenario scenario) => kind switch
    {
        NameKind.App => ("app", [.. scenario.Apps.Keys], "Apps of this scenario"),
        NameKind.Provider => ("identity provider", [.. scenario.Providers.Keys], "Named under identity-providers"),
        NameKind.AppOrProvider => ("app or identity provider", [.. scenario.Apps.Keys, .. scenario.Providers.Keys], "There are"),
        NameKind.Site => ("site", [KnownSites.Login, .. scenario.Apps.Keys, .. scenario.Providers.Keys], "Sites of this scenario"),
        NameKind.Device => ("device", [.. scenario.Devices.Select(device => device.Name)], "Named under devices"),
        NameKind.Tab => ("tab", [.. scenario.Tabs.Select(tab => tab.Name)], "Named under tabs"),
        NameKind.User => ("user", suite.Users, "Users of users.yaml"),
        NameKind.CookieRole => ("cookie role", Roles(scenario), "Roles under its profiles"),
        NameKind.Policy => ("policy", [UsedName.OtherPolicy], "Besides its own, a scenario has"),
        NameKind.PolicyFile => ("policy file", suite.PolicyFiles, $"Files in {Path.GetFileName(suite.Folder)}"),
        NameKind.Requirement => ("requirement", [.. suite.Requirements.Keys], "Listed under requirements/, such as"),
        NameKind.Profile => ("profile", [.. suite.Profiles.Select(profile => profile.Id)], "Known"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing is known of this kind of name"),
    };

    // A role that one of its recipes lacks would be looked for in vain under that profile.
    private IReadOnlyCollection<string> Roles(Scenario scenario)
    {
        var profiles = suite.Profiles.Where(profile => scenario.Profiles.Contains(profile.Id));
        var recipes = profiles.Select(profile => suite.Recipes[profile.Recipe].Cookies).ToList();
        var common = recipes.SelectMany(recipe => recipe.Keys).Distinct(StringComparer.Ordinal)
            .Where(role => recipes.TrueForAll(recipe => recipe.ContainsKey(role)));
        return [CookieRoles.AppSession, CookieRoles.ProviderSession, .. common];
    }

    private static SuiteProblem At(Scenario scenario, UsedName name, string message) => new(scenario.File, name.Line, name.Column, message);

    private static string Listed(IReadOnlyCollection<string> known) =>
        known.Count == 0 ? "none" : string.Join(", ", known.Take(12)) + (known.Count > 12 ? ", …" : "");
}
