using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.ThirdParties;

/// <summary>Holds third parties against the identity providers and services that they can play.</summary>
internal static class ThirdPartyCheck
{
    /// <summary>Problems that only show when third parties and what they play are looked at together.</summary>
    /// <param name="root">The scenarios folder, to which policy files are relative.</param>
    public static IEnumerable<SuiteProblem> Problems(Scenario scenario, string root)
    {
        foreach (var (name, party) in scenario.ThirdParties)
        {
            if (scenario.Apps.ContainsKey(name) || scenario.Providers.ContainsKey(name))
                yield return At(
                    scenario, party,
                    $"third-parties: '{name}' is the name of an app or an identity provider of this scenario too. Give it one of its own.");
            if (WhyNotPlayed(scenario, root, name, party.Plays) is { } why) yield return At(scenario, party, why);
            foreach (var file in party.Mappings)
            {
                foreach (var (placeholder, line) in file.Placeholders.Where(found =>
                        found.Name != ThirdPartyRequest.Self && !scenario.Providers.ContainsKey(found.Name)))
                    yield return new SuiteProblem(
                        file.Name, line, 1,
                        $"${{{placeholder}}} stands for no address. Known: "
                        + $"{string.Join(", ", scenario.Providers.Keys.Prepend(ThirdPartyRequest.Self))}.");
            }
        }

        foreach (var twice in scenario.ThirdParties.GroupBy(party => party.Value.Plays, StringComparer.Ordinal)
                .Where(party => party.Count() > 1))
            yield return At(
                scenario, twice.Last().Value,
                $"third-parties: {twice.Key} is played by {string.Join(" and ", twice.Select(party => party.Key))}. Only one can.");
    }

    private static string? WhyNotPlayed(Scenario scenario, string root, string name, string plays)
    {
        if (scenario.Providers.TryGetValue(plays, out var provider))
            return provider.Protocol == "saml"
                ? $"third-parties: {plays} speaks SAML, whose metadata no mapping plays. Expected openid-connect or oauth2."
                : null;
        var services = Services(scenario, root);
        return services.Contains(plays, StringComparer.Ordinal)
            ? null
            : $"third-parties: there is no identity provider '{plays}' that {name} could play, and no service of that name that the policy "
                + $"calls.{NearestName.Hint(plays, [.. scenario.Providers.Keys, .. services])} Name a provider under identity-providers, "
                + $"or a technical profile of the policy file. Services: {(services.Count == 0 ? "none" : string.Join(", ", services))}.";
    }

    // A policy file that cannot be read is somebody else's problem, and is reported there.
    private static List<string> Services(Scenario scenario, string root)
    {
        var services = new List<string>();
        foreach (var file in new[] { scenario.Policy.File, scenario.Policy.Other?.File }.OfType<string>())
        {
            var path = Path.Combine(root, file);
            if (!File.Exists(path)) continue;
            try
            {
                services.AddRange(ServiceCall.Of(PolicyReader.Read(path)).Select(call => call.Service.Id));
            }
            catch (PolicyException)
            {
                // Whoever starts a world with it says what is wrong.
            }
        }

        return [.. services.Distinct(StringComparer.Ordinal)];
    }

    private static SuiteProblem At(Scenario scenario, ThirdPartyRequest party, string message) =>
        new(scenario.File, party.Line, 1, message);
}
