using KmsiConformance.Suite;
using KmsiConformance.Suite.ThirdParties;
using KmsiConformance.ThirdParties;

namespace KmsiConformance.Serving;

/// <summary>A folder of mapping files, for the REST services that policies call.</summary>
public static class StubFolder
{
    /// <summary>The host of the stubs: <c>stubs.localhost</c>.</summary>
    public const string Site = "stubs";

    /// <summary>Reads every <c>*.json</c> of a folder, those of folders below it included.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or nothing in it.</exception>
    /// <exception cref="SuiteException">A file is no list of mappings; the problems of all files are listed.</exception>
    public static IReadOnlyList<Script> Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}' with stubs.");
        var paths = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
            throw new DirectoryNotFoundException($"'{folder}' has no mapping files (*.json). docs/third-parties.md shows one.");

        var (scripts, problems) = (new List<Script>(), new List<SuiteProblem>());
        foreach (var path in paths)
        {
            try
            {
                var file = MappingFile.Read(path, Path.GetRelativePath(folder, path));
                problems.AddRange(file.Placeholders.Where(found => found.Name != ThirdPartyRequest.Self).Select(found =>
                    new SuiteProblem(
                        file.Name, found.Line, 1, $"${{{found.Name}}} stands for no address. Known: {ThirdPartyRequest.Self}.")));
                scripts.Add(new Script(file.Name, file.Text));
            }
            catch (SuiteException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return problems.Count == 0 ? scripts : throw new SuiteException(problems);
    }
}
