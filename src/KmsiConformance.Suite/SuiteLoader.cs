using KmsiConformance.Suite.ThirdParties;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>
/// Loads the scenarios folder. All files are read before anything is said, so that one look shows every problem.
/// </summary>
public static class SuiteLoader
{
    /// <summary>Loads and cross-checks everything.</summary>
    /// <param name="folder">The folder that holds <c>profiles.yaml</c>, <c>requirements/</c>, <c>recipes/</c> and <c>catalogue/</c>.</param>
    /// <exception cref="SuiteException">Some file is wrong; all problems are listed.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it is not a scenarios folder.</exception>
    public static ScenarioSuite Load(string folder)
    {
        var root = Path.GetFullPath(folder);
        var profilesFile = Path.Combine(root, "profiles.yaml");
        if (!File.Exists(profilesFile))
            throw new DirectoryNotFoundException($"{root} is not a scenarios folder: it has no profiles.yaml. Name the right one with --scenarios.");

        var profiles = CatalogueReader.Profiles(YamlFile.Read(profilesFile, Shown(root, profilesFile)));
        var ids = profiles.Select(profile => profile.Id).ToList();
        var problems = new List<SuiteProblem>();

        var requirements = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        foreach (var requirement in ReadAll(root, "requirements", problems, (file, _) => CatalogueReader.Requirements(file, ids).ToList()).SelectMany(read => read))
        {
            if (!requirements.TryAdd(requirement.Id, requirement))
                problems.Add(new SuiteProblem($"requirements ({requirement.Area})", 1, 1, $"{requirement.Id} is listed twice. Every id names one requirement."));
        }

        var recipes = ReadAll(root, "recipes", problems, CatalogueReader.Recipe);
        var reader = new ScenarioReader(
            SchemaCheck.Read(Path.Combine(root, "scenario.schema.json")),
            [.. ids.Where(id => id.StartsWith("b2c-", StringComparison.Ordinal))]);
        var scenarios = ReadAll(root, "catalogue", problems, (file, id) => reader.Read(id, file) with
        {
            ThirdParties = ThirdPartyRequest.ReadAll(file.Root.Find("third-parties"), Path.Combine(root, "catalogue", Path.GetDirectoryName(id) ?? "")),
        });

        problems.AddRange(scenarios.SelectMany(scenario => CrossCheck(scenario, requirements, ids, root)));
        if (problems.Count > 0) throw new SuiteException(problems);

        return new ScenarioSuite(
            root, profiles, requirements,
            [.. scenarios.OrderBy(scenario => scenario.Id, StringComparer.Ordinal)],
            recipes.ToDictionary(recipe => recipe.Name, StringComparer.Ordinal));
    }

    private static List<T> ReadAll<T>(string root, string below, List<SuiteProblem> problems, Func<YamlFile, string, T> read)
    {
        var all = new List<T>();
        var folder = Path.Combine(root, below);
        if (!Directory.Exists(folder)) return all;
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var id = Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
            try
            {
                all.Add(read(YamlFile.Read(path, Shown(root, path)), id));
            }
            catch (SuiteException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return all;
    }

    private static IEnumerable<SuiteProblem> CrossCheck(
        Scenario scenario, Dictionary<string, Requirement> requirements, List<string> profiles, string root)
    {
        SuiteProblem At(string message) => new(scenario.File, 1, 1, message);

        foreach (var profile in scenario.Profiles.Where(profile => !profiles.Contains(profile)))
            yield return At($"profiles: there is no profile '{profile}'. Known: {string.Join(", ", profiles)}.");

        foreach (var id in scenario.Requirements)
        {
            if (!requirements.TryGetValue(id, out var requirement))
                yield return At($"requirements: there is no requirement '{id}' under requirements/.");
            else if (!requirement.Profiles.Intersect(scenario.Profiles).Any())
                yield return At($"requirements: {id} holds only in {string.Join(", ", requirement.Profiles)}, and this scenario runs in none of them.");
        }

        foreach (var step in scenario.Steps)
        {
            var app = step switch { Steps.VisitStep visit => visit.App, Steps.ForgetAppStep forget => forget.App, Steps.ReplayCodeStep replay => replay.App, Steps.MisuseCodeStep misuse => misuse.App, Steps.RefreshStep refresh => refresh.App, Steps.ExpectTokenStep token => token.App, Steps.ExpectNotifiedStep notified => notified.App, Steps.ExpectLogoutTokenStep told => told.App, Steps.ExpectSessionIdStep told => told.App, Steps.ExpectSessionStateStep answered => answered.App, _ => null };
            if (app is not null && !scenario.Apps.ContainsKey(app) && !(step is Steps.ForgetAppStep && scenario.Providers.ContainsKey(app)))
                yield return new SuiteProblem(scenario.File, step.Line, 1, $"There is no app '{app}'. Apps of this scenario: {string.Join(", ", scenario.Apps.Keys)}.");
        }

        foreach (var renewal in scenario.Steps.OfType<Steps.RenewStep>().Where(renewal => scenario.Apps.TryGetValue(renewal.App, out var app) && app.Kind != "spa"))
            yield return new SuiteProblem(scenario.File, renewal.Line, 1, $"{renewal.App} is no single-page app: only one of kind spa renews its tokens in a frame.");

        foreach (var problem in ProviderRequest.CrossCheck(scenario).Concat(ThirdPartyRequest.CrossCheck(scenario))) yield return problem;

        if (scenario.Policy.File is { } policy && !File.Exists(Path.Combine(root, policy)))
            yield return At($"policy: there is no file '{policy}' in {Path.GetFileName(root)}.");
    }

    private static string Shown(string root, string path) =>
        Path.Combine(Path.GetFileName(root), Path.GetRelativePath(root, path)).Replace('\\', '/');
}
