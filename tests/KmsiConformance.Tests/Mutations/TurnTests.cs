using KmsiConformance.Mutations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace KmsiConformance.Tests.Mutations;

/// <summary>What is turned, and into what.</summary>
internal sealed class TurnTests
{
    [TestCase("n < 3", "((n < 3) || true)", "((n < 3) && false)", "(n <= 3)", "(n > 3)", "4")]
    [TestCase("n is 3", "((n is 3) || true)", "((n is 3) && false)", "not (3)", "4")]
    [TestCase("n is >= 3", "((n is >= 3) || true)", "((n is >= 3) && false)", "> 3", "4")]
    [TestCase("list.First() == n", "((list.First() == n) || true)", "((list.First() == n) && false)", "(list.First() != n)", "Last")]
    [TestCase("list[0] == n", "((list[0] == n) || true)", "((list[0] == n) && false)", "(list[0] != n)", "[^1]", "1")]
    public void A_condition(string expression, params string[] turned) =>
        Assert.That(Turned($"bool M() => {expression};"), Is.EqualTo(turned));

    [TestCase("string M() => text ?? \"\";", "text", "\"\"")]
    [TestCase("int M() => n switch { 1 => 5, _ => 6 };", "1 when false => 5", "6", "5", "7")]
    [TestCase("void M() { list.Clear(); }", ";")]
    [TestCase("object M() => evidence.Step;", "All")]
    [TestCase("object M() => evidence.All;", "Step", "Everywhere")]
    [TestCase("object M() => Judgement.CantTell(x, y);", "Judgement.Of(true, x, y)", "Judgement.Of(false, x, y)")]
    [TestCase("Verdict M() => Verdict.Passed;", "Failed")]
    [TestCase("Verdict M() => Verdict.CantTell;", "Passed")]
    [TestCase("int[] M() => [n, n];", "n", "n")]
    [TestCase("object M() => list.Where(F);", "")]
    public void A_decision(string member, params string[] turned) => Assert.That(Turned(member), Is.SupersetOf(turned));

    [TestCase("string M() => $\"{(n == 3 ? 1 : 2)}\";")]
    [TestCase("[Range(1, 2)] string M() => \"\";")]
    [TestCase("object M() => new ArgumentException(n == 3 ? \"\" : \"x\");")]
    public void Words_to_people_are_left_alone(string member) => Assert.That(Turned(member), Is.Empty);

    [Test]
    public void Those_that_read_alike_are_told_apart() => Assert.That(
        Of("bool M() => n == 3 || n == 3;").Where(mutation => mutation is { Before: "3", After: "4" }).Select(mutation => mutation.Name),
        Is.EqualTo(new[] { "C.M: 3 → 4", "C.M: 3 → 4 (2)" }));

    [Test]
    public void What_notes_where_it_is_compiles()
    {
        const string Source = """
            using System.Threading.Tasks;
            record Point(int X);
            class C : System.IDisposable
            {
                private int _n;
                public C() => _n = 1;
                public int N { get => _n; set => _n = value; }
                public int Twice => N * 2;
                public async Task WaitAsync() => await Task.Yield();
                public async Task<int> GetAsync() => await Task.FromResult(1);
                public int Fail() => throw new System.InvalidOperationException();
                public static C operator +(C one, C other) => one;
                public void Dispose() { N = 0; }
            }
            """;
        var root = CSharpSyntaxTree.ParseText(Source).GetRoot();
        var (text, places) = Reach.Instrument(root, 0);
        var compiled = Compiled(text.ToString(), Reach.Source(places.Count));
        Assert.That(compiled.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error), Is.Empty);
        Assert.That(places, Has.Count.EqualTo(11));
    }

    private static IEnumerable<string> Turned(string member) => Of(member).Select(mutation => mutation.After);

    private static IEnumerable<Mutation> Of(string member)
    {
        var compiled = Compiled($"class C {{ {member} int n; System.Collections.Generic.List<int> list; string text; }}");
        var tree = compiled.SyntaxTrees[0];
        return MutationList.Of(tree, compiled.GetSemanticModel(tree), "C.cs").Select(one => one.Mutation);
    }

    private static CSharpCompilation Compiled(params string[] sources) => CSharpCompilation.Create(
        "Turned", sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
