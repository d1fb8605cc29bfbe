using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.House;

/// <summary>The pages that people read.</summary>
internal static class Documents
{
    /// <summary>
    /// README, CHANGELOG, CONTRIBUTING, every page of docs but the decisions; paths below the repository's root.
    /// </summary>
    public static IEnumerable<string> All =>
        ((string[])["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/ci/README.md"])
            .Concat(In("docs")).Concat(In("docs/targets"));

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md")
            .Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    /// <summary>The lines of a page, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string page) =>
        File.ReadLines(Path.Combine(Repository.Root, page)).Select((text, index) => (index + 1, text));
}
