using System.Text.RegularExpressions;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving.Framework;

/// <summary>What <c>docs/serve.md</c> tells people to write is what is compiled and run here.</summary>
internal sealed partial class DocumentedLinesTests
{
    private static readonly string Compiled = Flush(string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests/KmsiConformance.Tests/Serving/Framework"), "*.cs")
        .Select(File.ReadAllText)));

    private static IEnumerable<string> Listings => Listing()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/serve.md")).ReplaceLineEndings("\n"))
        .Select(found => found.Groups["lines"].Value);

    [TestCaseSource(nameof(Listings))]
    public void A_listing_of_the_page_is_compiled(string lines) => Assert.That(Compiled, Does.Contain(Flush(lines).TrimEnd(';')));

    [Test]
    public void There_are_listings_to_judge() => Assert.That(Listings.Count(), Is.EqualTo(3));

    // How far a line stands in is where it stands, not what it says.
    private static string Flush(string lines) =>
        string.Join('\n', lines.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\n(?<lines>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Listing();
}
