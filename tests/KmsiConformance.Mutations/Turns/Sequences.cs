using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KmsiConformance.Mutations.Turns;

/// <summary>The last in place of the first, any in place of all, and a step of a query that is left out.</summary>
internal static class Sequences
{
    private static readonly Dictionary<string, string> Opposites = Both(
        ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Any", "All"), ("Exists", "TrueForAll"), ("Find", "FindLast"),
        ("FindIndex", "FindLastIndex"), ("IndexOf", "LastIndexOf"), ("OrderBy", "OrderByDescending"),
        ("ThenBy", "ThenByDescending"), ("Min", "Max"), ("StartsWith", "EndsWith"), ("Take", "Skip"));

    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal)
    {
        "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "Distinct", "Take", "Skip", "SkipWhile",
        "TakeWhile", "Concat", "Except", "Intersect", "Append", "Prepend", "Reverse", "DefaultIfEmpty", "Trim", "ToLowerInvariant",
    };

    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model)
    {
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called })
        {
            var name = called.Name.Identifier.Text;
            if (Opposites.TryGetValue(name, out var opposite)) yield return new Turn(called.Name.Identifier.Span, opposite);
            if (Steps.Contains(name)) yield return new Turn(TextSpan.FromBounds(called.Expression.Span.End, node.Span.End), "");
        }

        if (node is BracketedArgumentListSyntax { Arguments: [var index] } list && Other(index.ToString()) is { } other)
            yield return Turn.To(list, $"[{other}]");
    }

    private static string? Other(string index) => index switch
    {
        "0" => "^1",
        "^1" => "0",
        "^2" => "^1",
        _ => null,
    };

    private static Dictionary<string, string> Both(params (string One, string Other)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (One: pair.Other, Other: pair.One)))
            .ToDictionary(pair => pair.One, pair => pair.Other, StringComparer.Ordinal);
}
