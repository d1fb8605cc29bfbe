using System.Reflection;
using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Checks;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>Every check was seen to pass, to fail and to say that it cannot tell; and some step is judged by it.</summary>
internal sealed class CheckTestsTests
{
    private static readonly Verdict[] Due = [Verdict.Passed, Verdict.Failed, Verdict.CantTell];

    private static readonly ILookup<Type, Verdict> Seen = typeof(CheckTests).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CheckTests)))
        .SelectMany(type => (TestCaseData[])type.GetField("Cases", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!)
        .ToLookup(test => test.Arguments[0]!.GetType(), test => (Verdict)test.Arguments[1]!);

    private static IEnumerable<Type> Checks =>
        typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract);

    [TestCaseSource(nameof(Checks))]
    public void A_check_has_a_unit_test_for_each_verdict(Type check) => Assert.That(
        Due.Except(Seen[check]), Is.Empty,
        $"write cases for it in tests/KmsiConformance.Tests/Checks/{check.Namespace!.Split('.')[^1]}/{check.Name}Tests.cs");

    [TestCaseSource(nameof(Checks))]
    public void The_unit_test_stands_where_the_check_does(Type check) => Assert.That(
        Path.Combine(Repository.Root, "tests", "KmsiConformance.Tests", "Checks", check.Namespace!.Split('.')[^1], check.Name + "Tests.cs"),
        Does.Exist);

    [TestCaseSource(nameof(Checks))]
    public void A_check_judges_a_step(Type check) => Assert.That(
        Sources("KmsiConformance.Runner").Concat(Sources("KmsiConformance.Checks")).Where(text => text.Contains($"new {check.Name}(")),
        Is.Not.Empty, "no performer, and no check that chooses among others, makes one");

    private static IEnumerable<string> Sources(string room) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", room), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);
}
