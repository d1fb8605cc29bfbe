using KmsiConformance.Suite.Matrix;
using KmsiConformance.Suite.ThirdParties;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>A file with a scenario, or with several that differ by a matrix.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Id">The scenario's id; each of several has its own below it.</param>
/// <param name="Name">How messages call the file.</param>
internal sealed record ScenarioFile(string Path, string Id, string Name)
{
    /// <summary>Reads what it describes, with the mapping files beside it. What is wrong is noted.</summary>
    public IReadOnlyList<Scenario> Read(ScenarioReader reader, ScenarioProblems wrong)
    {
        var files = wrong.Watch(Id, () => Expansion.Of(YamlFile.Read(Path, NamedPlainly(Name)))) ?? [];
        wrong.Expect(files.Where(one => one.Combination is not null).Select(one => (IdOf(one.Combination), one.Combination!.Text)));
        return
        [
            .. files.Select(one => wrong.Watch(IdOf(one.Combination), () => Read(reader, one.Combination, one.File)))
                .OfType<Scenario>(),
        ];
    }

    // The name becomes the scenario's id, which stands in every list and report.
    private static string NamedPlainly(string name) => name.Any(char.IsControl)
        ? throw new SuiteException(new SuiteProblem(
            string.Concat(name.Select(one => char.IsControl(one) ? '\uFFFD' : one)), 1, 1,
            "The name of this file, or of a folder above it, has a line end or another character that cannot be seen. Give it another."))
        : name;

    private string IdOf(Combination? combination) => combination is null ? Id : $"{Id}/{combination.Id}";

    private Scenario Read(ScenarioReader reader, Combination? combination, YamlFile file)
    {
        var scenario = reader.Read(IdOf(combination), file);
        return scenario with
        {
            Source = new ScenarioSource(Path, Id),
            Title = combination is null ? scenario.Title : $"{scenario.Title} ({combination.Text.ReplaceLineEndings(" ")})",
            ThirdParties = ThirdPartyRequest.ReadAll(file.Root.Find("third-parties"), System.IO.Path.GetDirectoryName(Path)!),
        };
    }
}

/// <summary>Finds the files of scenarios.</summary>
internal static class ScenarioFiles
{
    private const string Ending = ".yaml";

    /// <summary>All of a scenarios folder; the id of each is its path below the catalogue without the ending.</summary>
    public static IReadOnlyList<ScenarioFile> Catalogue(string root)
    {
        var folder = Path.Combine(root, "catalogue");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new ScenarioFile(path, Id(Path.GetRelativePath(folder, path)), SuiteLoader.Shown(root, path))),
        ];
    }

    /// <summary>One file that belongs to no catalogue.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="SuiteException">It has another ending.</exception>
    public static ScenarioFile Alone(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"There is no scenario file {Path.GetFullPath(path)}. 'kmsi new {Path.GetFileName(path)}' writes a first one.", path);
        return path.EndsWith(Ending, StringComparison.Ordinal)
            ? new ScenarioFile(Path.GetFullPath(path), Id(Path.GetFileName(path)), path)
            : throw new SuiteException(new SuiteProblem(path, 1, 1, $"Expected a scenario, whose file name ends with {Ending}."));
    }

    private static string Id(string path) => Path.ChangeExtension(path, null).Replace('\\', '/');
}
