using System.Text.Json;
using NuGet.Versioning;

namespace KmsiConformance.Packages;

/// <summary>What restores brought, as they wrote it down: packages that projects name, and those that these bring along.</summary>
internal static class PackagesInUse
{
    private static readonly string[] Roots = ["src", "tests", "bench", "build"];

    /// <summary>Every package that a project of the repository uses, each version once.</summary>
    /// <param name="root">The folder of the repository.</param>
    /// <exception cref="PackageException">A project of the solution was not restored.</exception>
    public static IReadOnlyList<Package> Of(string root)
    {
        var missing = ProjectsOfSolution(root).Select(Assets).FirstOrDefault(file => !File.Exists(file));
        if (missing is not null)
            throw new PackageException($"{Path.GetRelativePath(root, missing)} is not there. Run 'dotnet restore' first.");
        return [.. Projects(root).Select(Assets).Where(File.Exists).SelectMany(Read)
            .DistinctBy(package => (package.Id.ToUpperInvariant(), package.Version))
            .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase).ThenBy(package => package.Version)];
    }

    /// <summary>The packages of one such file, of all frameworks.</summary>
    public static IReadOnlyList<Package> Read(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        return [.. document.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => Parse(library.Name))];
    }

    /// <summary>A package as these files write it: <c>Name/1.0.0</c>.</summary>
    public static Package Parse(string name)
    {
        var slash = name.LastIndexOf('/');
        return new Package(name[..slash], NuGetVersion.Parse(name[(slash + 1)..]));
    }

    private static IEnumerable<string> Projects(string root) => Roots
        .Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories));

    private static IEnumerable<string> ProjectsOfSolution(string root) =>
        from solution in Directory.EnumerateFiles(root, "*.sln")
        from line in File.ReadLines(solution)
        where line.Contains(".csproj\"", StringComparison.Ordinal)
        select Path.Combine(root, line.Split('"')[5].Replace('\\', '/'));

    private static string Assets(string project) => Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json");
}
