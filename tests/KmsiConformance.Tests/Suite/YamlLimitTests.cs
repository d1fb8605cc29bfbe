using System.Diagnostics;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>A few lines of YAML can stand for more than a machine holds; they are refused before anything is made of them.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class YamlLimitTests
{
    [TestCase("a: &x [*x]", "1,8", "*x stands within what it means")]
    [TestCase("a: &x { b: { c: *x } }", "1,17", "*x stands within what it means")]
    [TestCase("a: *nowhere", "1,4", "Nothing is called &nowhere above")]
    [TestCase("title: one\nsteps: []\ntitle: two", "3,1", "'title' stands here twice: in line 1 and in line 3")]
    [TestCase("a: { b: 1, b: 2 }", "1,12", "'b' stands here twice")]
    [TestCase("a: \"x\\e[31mFAILED\"", "1,4", "U+001B")]
    [TestCase("\"a\\nb\": 1", "1,1", "A key stands on one line")]
    [TestCase("a: [1", "2,", "This is not YAML")]
    [TestCase("? { a: 1 }\n: 2", "", "")]
    public void What_has_no_end_or_two_meanings_is_said_with_its_place(string text, string place, string says)
    {
        if (says.Length == 0) Assert.That(() => YamlFile.Parse(text, "one.yaml"), Throws.Nothing);
        else
            Assert.That(
                () => YamlFile.Parse(text, "one.yaml"),
                Throws.TypeOf<SuiteException>().With.Message.StartsWith($"one.yaml({place}").And.Message.Contains(says));
    }

    [Test]
    public void An_alias_bomb_is_refused_at_once()
    {
        var lines = Enumerable.Range(1, 9)
            .Select(level => $"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 9))}]");
        var watch = Stopwatch.StartNew();
        Assert.That(
            () => YamlFile.Parse($"l0: &l0 [x, x, x]\n{string.Join('\n', lines)}\n", "bomb.yaml"),
            Throws.TypeOf<SuiteException>().With.Message.Contains("more than 100000 values"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [TestCase("[", "]")]
    [TestCase("{ a: ", "}")]
    [TestCase("- ", "")]
    public void What_is_nested_too_deep_is_refused(string open, string close) => Assert.That(
        () => YamlFile.Parse(
            string.Concat(Enumerable.Repeat(open, 20_000)) + "x" + string.Concat(Enumerable.Repeat(close, 20_000)), "deep.yaml"),
        Throws.TypeOf<SuiteException>().With.Message.Contains("nested too deep"));

    [Test]
    public void What_is_too_long_is_refused() => Assert.That(
        () => YamlFile.Parse("a: " + new string('x', 1_000_001), "long.yaml"),
        Throws.TypeOf<SuiteException>().With.Message.Contains("too long"));

    [Test]
    public void Aliases_that_stand_for_little_are_read() =>
        Assert.That(YamlFile.Parse("a: &x [1, 2]\nb: *x\nc: *x\n", "one.yaml").Root.Get("c").Items.Count(), Is.EqualTo(2));
}
