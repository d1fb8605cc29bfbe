using System.IO.Compression;

namespace KmsiConformance.Suite.Kept;

/// <summary>
/// Scenarios with everything that they refer to, in one file beside their results: what was asked is then known for as long as what
/// was seen. The same scenarios give the same bytes.
/// </summary>
public static class SuiteArchive
{
    private const string Catalogue = "catalogue";

    // Scenarios do not refer to targets.
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { Catalogue, "targets" };

    // Archives have no time before that.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the archive, whole or not at all.</summary>
    /// <param name="suite">The scenarios folder.</param>
    /// <param name="scenarios">The scenarios that are kept.</param>
    /// <exception cref="IOException">It cannot be written, or a file of the folder is not there any more.</exception>
    public static void Write(ScenarioSuite suite, IReadOnlyList<Scenario> scenarios, string file)
    {
        var half = file + ".part";
        using (var zip = new ZipArchive(File.Create(half), ZipArchiveMode.Create))
        {
            // Messages call the files by it.
            zip.Comment = Path.GetFileName(suite.Folder);
            foreach (var (name, path) in Files(suite, scenarios).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = NoTime;
                using var into = entry.Open();
                using var from = File.OpenRead(path);
                from.CopyTo(into);
            }
        }

        File.Move(half, file, overwrite: true);
    }

    /// <summary>The files that belong in an archive, by their names in it.</summary>
    public static IReadOnlyDictionary<string, string> Files(ScenarioSuite suite, IReadOnlyList<Scenario> scenarios)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var below in Directory.EnumerateFileSystemEntries(suite.Folder))
        {
            if (LeftOut.Contains(Path.GetFileName(below))) continue;
            foreach (var path in File.Exists(below) ? [below] : Directory.EnumerateFiles(below, "*", SearchOption.AllDirectories))
                entries[Name(Path.GetRelativePath(suite.Folder, path))] = path;
        }

        foreach (var scenario in scenarios)
        {
            if (scenario.Source is not { } source) continue;
            entries[$"{Catalogue}/{source.Id}.yaml"] = source.Path;
            foreach (var mapping in scenario.ThirdParties.Values.SelectMany(party => party.Mappings))
            {
                // As the scenario names it: beside its own file.
                var path = Path.GetFullPath(mapping.Name, Path.GetDirectoryName(source.Path)!);
                entries[Name(Path.GetRelativePath("/", Path.GetFullPath(mapping.Name, Beside(source))))] = path;
            }
        }

        return entries;
    }

    private static string Beside(ScenarioSource source) => Path.GetDirectoryName($"/{Catalogue}/{source.Id}")!;

    private static string Name(string path) => path.Replace('\\', '/');
}
