using System.Text.Json;
using System.Text.RegularExpressions;

namespace KmsiConformance.Packages.Bills;

/// <summary>What others made and what lies inside of packages and of our own assemblies, where no restore tells of it.</summary>
internal static partial class Enclosed
{
    /// <summary>The parts of Playwright's driver: its program, and the Node.js that runs it.</summary>
    /// <param name="playwright">The folder of its package.</param>
    public static IReadOnlyList<Component> Driver(string playwright)
    {
        var driver = Path.Combine(playwright, ".playwright");
        using var said = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(driver, "package", "package.json")));
        var name = said.RootElement.GetProperty("name").GetString()!;
        var version = said.RootElement.GetProperty("version").GetString()!;
        var license = said.RootElement.GetProperty("license").GetString();
        var node = NodeVersion(Path.Combine(driver, "node"));
        var runs = new Component("application", "node", node, node is null ? "pkg:generic/node" : $"pkg:generic/node@{node}",
            "see .playwright/node/LICENSE", null);
        return [new Component("library", name, version, $"pkg:npm/{name}@{version}", license, null) { DependsOn = [runs.Purl] }, runs];
    }

    /// <summary>The list of public suffixes by which cookies are judged.</summary>
    /// <param name="file">The list.</param>
    public static Component Suffixes(string file)
    {
        var version = File.ReadLines(file).Take(40).Select(line => Version().Match(line)).FirstOrDefault(found => found.Success)?
            .Groups["version"].Value;
        return new Component("data", "public_suffix_list.dat", version,
            "pkg:generic/public_suffix_list.dat" + (version is null ? "" : "@" + version), "MPL-2.0", null);
    }

    // A program tells its version in its own text; that of each platform is the same.
    private static string? NodeVersion(string folder)
    {
        var program = Directory.EnumerateFiles(folder, "node*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();
        if (program is null) return null;
        var found = Release().Match(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(program)));
        return found.Success ? found.Groups["version"].Value : null;
    }

    [GeneratedRegex(@"^//\s*VERSION:\s*(?<version>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"nodejs\.org/download/release/v(?<version>\d+\.\d+\.\d+)/", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Release();
}
