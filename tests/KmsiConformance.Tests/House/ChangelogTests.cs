using System.Text.RegularExpressions;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>The change log keeps its form, and tells of the version that is built.</summary>
internal sealed partial class ChangelogTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "CHANGELOG.md"));

    private static readonly string[] Kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

    [Test]
    public void What_is_not_released_stands_first_and_every_version_has_its_day()
    {
        var versions = Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        Assert.That(versions[0], Is.EqualTo("## [Unreleased]"));
        Assert.That(versions.Skip(1), Has.All.Match(@"^## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$"));
        Assert.That(versions, Is.Unique);
    }

    [Test]
    public void Changes_are_of_kinds_that_are_known() => Assert.That(
        Lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]), Is.SubsetOf(Kinds));

    // A version without a suffix is that of a tag.
    [Test]
    public void A_version_that_is_released_has_its_section()
    {
        if (!Released().IsMatch(ToolRecord.Current.Version)) return;
        Assert.That(Lines, Has.Some.StartsWith($"## [{ToolRecord.Current.Version}] - "), "write what changed, and move it from Unreleased");
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.None, 1000)]
    private static partial Regex Released();
}
