using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KmsiConformance.Policies;
using KmsiConformance.Lint;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>Every side that a profile takes is asked for somewhere; a side that decides nothing would only look like one.</summary>
internal sealed class ReadingTests
{
    private static IEnumerable<string> Named =>
        KnownProfiles.All.SelectMany(readings => readings.Sides.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Named))]
    public void A_side_that_a_profile_takes_decides_something(string conflict) => Assert.That(
        Asked(), Does.Contain(conflict),
        $"no member of Readings and no rule's condition asks for {conflict}: "
        + "make it decide, or write 'decides: nothing' in conflicts.yaml");

    [Test]
    public void What_is_asked_for_is_named_by_some_profile() => Assert.That(Asked(), Is.SubsetOf(Named));

    [Test]
    public void No_rule_and_no_service_asks_for_a_side_in_its_own_words() => Assert.That(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && Path.GetFileName(file) is not ("Readings.cs" or "ReadingCondition.cs")
                && !file.Contains("Faults", StringComparison.Ordinal)
                && File.ReadAllText(file).Contains("eadings.Takes(", StringComparison.Ordinal))
            .Select(Path.GetFileName),
        Is.Empty, "give Readings a member for it");

    // Everything that can be asked of a reading is asked, and the conflicts that are looked up on the way are noted.
    private static IReadOnlySet<string> Asked()
    {
        var noted = new SidesThatNote();
        foreach (var profile in KnownProfiles.B2c)
        {
            noted.Sides = profile.Sides;
            var asked = profile with { Sides = noted };
            foreach (var member in typeof(Readings).GetProperties(BindingFlags.Public | BindingFlags.Instance)) member.GetValue(asked);
            foreach (var rule in LintRules.All) rule.When.Holds(asked);
        }

        return noted.Asked;
    }

    private sealed class SidesThatNote : IReadOnlyDictionary<string, string>
    {
        public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, string> Sides { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

        public string this[string key] => TryGetValue(key, out var side) ? side : throw new KeyNotFoundException(key);

        public IEnumerable<string> Keys => Sides.Keys;

        public IEnumerable<string> Values => Sides.Values;

        public int Count => Sides.Count;

        public bool ContainsKey(string key)
        {
            Asked.Add(key);
            return Sides.ContainsKey(key);
        }

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            Asked.Add(key);
            return Sides.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Sides.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
