using System.Text.RegularExpressions;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>What the pages point to is there.</summary>
internal sealed partial class PathsInDocumentsTests
{
    private static readonly HashSet<string> Rooms = [.. House.Rooms.MayImport.Keys];

    private static IEnumerable<TestCaseData<string>> Paths =>
        from page in Documents.All
        from line in Documents.Lines(page)
        from path in Quoted().Matches(line.Text).Select(found => found.Groups["path"].Value)
        where IsOurs(path)
        select new TestCaseData<string>(path).SetArgDisplayNames($"{page}:{line.Number}", path);

    [TestCaseSource(nameof(Paths))]
    public void A_path_in_a_page_exists(string path) => Assert.That(
        Exists(path), $"{path} is not there (any more): name what is there now");

    [Test]
    public void There_are_paths_to_judge() => Assert.That(Paths.Count(), Is.AtLeast(40));

    // Room/File.cs is short for src/KmsiConformance.Room/File.cs.
    private static string InFull(string path) =>
        Rooms.Contains(path.Split('/')[0]) ? "src/KmsiConformance." + path : path;

    // What holds a place for something else is no path: <Topic>, *, … and words in capitals.
    private static bool IsOurs(string path) =>
        !Placeholder().IsMatch(path)
        && (Rooms.Contains(path.Split('/')[0]) ? path.EndsWith(".cs", StringComparison.Ordinal) : Tops().IsMatch(path));

    private static bool Exists(string path) => Path.Combine(Repository.Root, InFull(path)) is var full
        && (File.Exists(full) || Directory.Exists(full));

    [GeneratedRegex(@"`(?<path>[\w./<>*…-]+/[\w./<>*…-]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(src|tests|docs|scenarios|bench)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tops();

    [GeneratedRegex(@"[<>*…]|\b[A-Z]{2,}\b(?!\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
