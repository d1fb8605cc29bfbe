using System.Reflection;
using System.Text.RegularExpressions;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>Sites, kinds of pages, roles of cookies and outcomes are named in one place; no room has private words for them.</summary>
internal sealed partial class VocabularyTests
{
    private static readonly string[] Rooms = ["Apps", "Browsers", "Checks", "Reporting", "Runner", "Suite", "Worlds"];

    private static readonly HashSet<string> Words = typeof(KnownSites).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(KnownSites).Namespace)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(word => (string)word.GetRawConstantValue()!)
        .ToHashSet(StringComparer.Ordinal);

    [TestCaseSource(nameof(Rooms))]
    public void No_room_has_a_constant_of_its_own_for_a_word_of_the_vocabulary(string room) => Assert.That(
        Found(room, Constant()).Where(found => Words.Contains(found.Word)), Is.Empty);

    [TestCaseSource(nameof(Rooms))]
    public void No_room_compares_a_site_a_kind_or_a_role_with_a_literal(string room) => Assert.That(
        Found(room, Comparison()).Where(found => Words.Contains(found.Word)), Is.Empty);

    private static IEnumerable<(string File, string Word)> Found(string room, Regex pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "KmsiConformance." + room), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => pattern.Matches(File.ReadAllText(file)).Select(match => (Path.GetFileName(file), match.Groups["word"].Value)));

    [GeneratedRegex("const string \\w+ = \"(?<word>[^\"]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Constant();

    [GeneratedRegex("\\b(Site|Role|Outcome|Page\\w*\\.Kind|page\\w*\\.Kind)(:| ==| !=| is| is not) \"(?<word>[^\"]+)\"",
        RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Comparison();
}
