using KmsiConformance.Suite.ThirdParties;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>A file with one scenario.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Id">The scenario's id.</param>
/// <param name="Name">How messages call the file.</param>
internal sealed record ScenarioFile(string Path, string Id, string Name)
{
    /// <summary>Reads it, with the mapping files beside it.</summary>
    /// <exception cref="SuiteException">Something in it is wrong.</exception>
    public Scenario Read(ScenarioReader reader)
    {
        var file = YamlFile.Read(Path, Name);
        return reader.Read(Id, file) with
        {
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
