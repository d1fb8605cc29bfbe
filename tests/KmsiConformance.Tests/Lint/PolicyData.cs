using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.Lint;

/// <summary>Policy files to lint, written for the tests or for the catalogue.</summary>
internal static class PolicyData
{
    /// <summary>One folder a rule, with a <c>bad</c> and a <c>good</c> set in it.</summary>
    public static string Examples => Path.Combine(Repository.Root, "tests", "KmsiConformance.Tests", "Lint", "Data");

    /// <summary>The sets and single files that scenarios run with.</summary>
    public static string Scenarios => Path.Combine(Repository.Scenarios, "policies");

    public static IReadOnlyList<string> ScenarioFiles { get; } =
        [.. Directory.EnumerateFiles(Scenarios, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The profile that a file or folder under <see cref="Scenarios"/> is written for: its name begins with the date.</summary>
    public static string ProfileOf(string path) => "b2c-" + Path.GetRelativePath(Scenarios, path)[..7];
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kmsi-lint-").FullName;

    public string Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
