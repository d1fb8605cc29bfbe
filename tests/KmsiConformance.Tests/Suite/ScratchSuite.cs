using KmsiConformance.Suite;

namespace KmsiConformance.Tests.Suite;

/// <summary>A copy of the scenarios folder without its catalogue, for scenarios of a test's own.</summary>
internal sealed class ScratchSuite : IDisposable
{
    public ScratchSuite()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories))
        {
            var below = Path.GetRelativePath(Repository.Scenarios, path);
            if (below.StartsWith("catalogue", StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, below))!);
            File.Copy(path, Path.Combine(Folder, below));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kmsi-suite-").FullName;

    /// <summary>Writes a scenario, or whatever a test puts in its place.</summary>
    public ScratchSuite With(string id, string text)
    {
        var file = Path.Combine(Folder, "catalogue", id + ".yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public ScenarioSuite Load(params string[] only) => SuiteLoader.Load(Folder, only);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
