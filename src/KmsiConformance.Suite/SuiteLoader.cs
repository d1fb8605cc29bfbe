using KmsiConformance.Policies;
using KmsiConformance.Suite.Conflicts;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Recipes;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Suite.ThirdParties;
using KmsiConformance.Suite.Words;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>
/// Loads the scenarios folder. All files are read before anything is said, so that one look shows every problem.
/// </summary>
public static class SuiteLoader
{
    private const string ConflictsFile = "conflicts.yaml";

    /// <summary>Loads and cross-checks everything.</summary>
    /// <param name="folder">
    /// The folder that holds <c>profiles.yaml</c>, <c>requirements/</c>, <c>recipes/</c> and <c>catalogue/</c>.
    /// </param>
    /// <param name="only">
    /// Patterns over ids, as <see cref="ScenarioSuite.Select"/> takes them. What is wrong in a scenario that none of them takes
    /// is no obstacle, and is told in <see cref="ScenarioSuite.LeftOut"/>.
    /// </param>
    /// <exception cref="SuiteException">Some file is wrong; all problems are listed.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it is not a scenarios folder.</exception>
    public static ScenarioSuite Load(string folder, IReadOnlyList<string>? only = null) =>
        Load(folder, ScenarioFiles.Catalogue(Path.GetFullPath(folder)), only ?? []);

    /// <summary>Loads one scenario that stands anywhere, with all that it refers to from the scenarios folder.</summary>
    /// <param name="folder">The scenarios folder.</param>
    /// <param name="file">The scenario; its id is the file's name without the ending.</param>
    /// <exception cref="SuiteException">Some file is wrong; all problems are listed.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it is not a scenarios folder.</exception>
    public static ScenarioSuite LoadFile(string folder, string file) => Load(folder, [ScenarioFiles.Alone(file)], []);

    private static ScenarioSuite Load(string folder, IReadOnlyList<ScenarioFile> files, IReadOnlyList<string> only)
    {
        var root = Path.GetFullPath(folder);
        var profiles = Profiles(folder);
        var ids = profiles.Select(profile => profile.Id).ToList();
        var problems = new List<SuiteProblem>();

        var requirements = new Dictionary<string, Requirement>(StringComparer.Ordinal);
        foreach (var requirement in ReadAll(
                root, "requirements", problems, (file, _) => CatalogueReader.Requirements(file, ids).ToList()).SelectMany(read => read))
        {
            if (!requirements.TryAdd(requirement.Id, requirement))
                problems.Add(
                    new SuiteProblem(
                        $"requirements ({requirement.Area})", 1, 1, $"{requirement.Id} is listed twice. Every id names one requirement."));
        }

        var words = WordsFolder.Read(root, path => Shown(root, path), problems);
        var recipes = Recipes(
            ReadAll(root, "recipes", problems, (file, name) => (file, CatalogueReader.Recipe(file, name) with { Words = words })),
            problems);
        var reader = new ScenarioReader(
            SchemaCheck.Read(Path.Combine(root, "scenario.schema.json")),
            [.. profiles.Where(profile => profile.Readings.Product == LoginProduct.B2c).Select(profile => profile.Id)]);
        var wrong = new ScenarioProblems();
        var scenarios = files.SelectMany(file => file.Read(reader, wrong)).ToList();
        foreach (var twice in scenarios.GroupBy(scenario => scenario.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            wrong.Add(twice.Key, [
                new SuiteProblem(twice.Last().File, 1, 1, $"There is another scenario {twice.Key}, in {twice.First().File}. Rename one.")]);
        wrong.AddRange(OwnRequirements.Gather(scenarios, requirements));

        var suite = new ScenarioSuite(
            root, profiles, requirements,
            [.. scenarios.OrderBy(scenario => scenario.Id, StringComparer.Ordinal)],
            recipes)
        {
            Users = Users(root, problems),
            PolicyFiles = PolicyFiles(root),
            Conflicts = Conflicts(root, problems),
            Words = words,
        };
        var homeless = profiles.Where(profile => !suite.Recipes.ContainsKey(profile.Recipe)).ToList();
        problems.AddRange(
            homeless.Select(profile => new SuiteProblem(Shown(root, Path.Combine(root, "profiles.yaml")), 1, 1, NoRecipe(profile, suite))));
        if (homeless.Count > 0) throw new SuiteException(problems);

        var (names, times) = (new NameCheck(suite), new TimeCheck(suite));
        foreach (var scenario in suite.Scenarios)
            wrong.Add(scenario.Id, [
                .. names.Problems(scenario).Distinct(), .. times.Problems(scenario), .. ThirdPartyCheck.Problems(scenario, root)]);

        problems.AddRange(wrong.Asked(only));
        if (problems.Count > 0) throw new SuiteException(problems);
        return suite with
        {
            Scenarios = [.. suite.Scenarios.Where(scenario => wrong.None(scenario.Id))], LeftOut = wrong.All,
        };
    }

    /// <summary>Loads the profiles alone, for what needs no scenarios.</summary>
    /// <param name="folder">The scenarios folder.</param>
    /// <exception cref="SuiteException">A profile is wrong.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or it is not a scenarios folder.</exception>
    public static IReadOnlyList<Profile> Profiles(string folder)
    {
        var root = Path.GetFullPath(folder);
        var profiles = Path.Combine(root, "profiles.yaml");
        var conflicts = Path.Combine(root, ConflictsFile);
        if (!File.Exists(profiles))
            throw new DirectoryNotFoundException(
                $"{root} is not a scenarios folder: it has no profiles.yaml. Name the right one with --scenarios.");
        return ProfilesReader.Read(
            YamlFile.Read(profiles, Shown(root, profiles)), File.Exists(conflicts)
                ? YamlFile.Read(conflicts, Shown(root, conflicts))
                : null);
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

    // Only one that stands by itself is extended: what a recipe says is then in two files at most.
    private static Dictionary<string, Recipe> Recipes(IReadOnlyList<(YamlFile File, Recipe Own)> read, List<SuiteProblem> problems)
    {
        var standing = read.Where(one => one.File.Root.Find("extends") is null)
            .ToDictionary(one => one.Own.Name, one => one.Own, StringComparer.Ordinal);
        var all = new Dictionary<string, Recipe>(standing, StringComparer.Ordinal);
        foreach (var (file, own) in read.Where(one => !standing.ContainsKey(one.Own.Name)))
        {
            try
            {
                all.Add(own.Name, RecipeBasis.Complete(file, own, standing));
            }
            catch (SuiteException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return all;
    }

    private static string NoRecipe(Profile profile, ScenarioSuite suite) =>
        $"There is no recipe '{profile.Recipe}' for the pages of {profile.Id}.{NearestName.Hint(profile.Recipe, suite.Recipes.Keys)}";

    // Policies are named as scenarios write them: relative to the folder, with forward slashes.
    private static List<string> PolicyFiles(string root)
    {
        var folder = Path.Combine(root, "policies");
        if (!Directory.Exists(folder)) return [];
        var files = Directory.EnumerateFiles(folder, "*.xml").Select(path => $"policies/{Path.GetFileName(path)}");
        return [.. files.Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Conflict> Conflicts(string root, List<SuiteProblem> problems)
    {
        var path = Path.Combine(root, ConflictsFile);
        try
        {
            return File.Exists(path) ? ConflictsReader.Read(YamlFile.Read(path, Shown(root, path))) : [];
        }
        catch (SuiteException wrong)
        {
            problems.AddRange(wrong.Problems);
            return [];
        }
    }

    private static IReadOnlyList<string> Users(string root, List<SuiteProblem> problems)
    {
        var path = Path.Combine(root, "users.yaml");
        try
        {
            if (File.Exists(path)) return YamlFile.Read(path, Shown(root, path)).Root.Texts("users");
            problems.Add(new SuiteProblem(Shown(root, path), 1, 1,
                "There is no such file. It lists the users that scenarios may name: 'users: [alice, bob]'."));
        }
        catch (SuiteException wrong)
        {
            problems.AddRange(wrong.Problems);
        }

        return [];
    }

    /// <summary>A file of the folder, as messages call it.</summary>
    internal static string Shown(string root, string path) =>
        Path.Combine(Path.GetFileName(root), Path.GetRelativePath(root, path)).Replace('\\', '/');
}
