using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>A pattern asks for one thing less, or for the opposite.</summary>
internal static class Patterns
{
    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        PropertyPatternClauseSyntax clause => Turn.Shorter(clause.Subpatterns),
        BinaryPatternSyntax binary => [Turn.To(node, binary.Left.ToString()), Turn.To(node, binary.Right.ToString())],
        UnaryPatternSyntax not => [Turn.To(node, not.Pattern.ToString())],
        ConstantPatternSyntax { Parent: SubpatternSyntax or IsPatternExpressionSyntax } constant => [Turn.To(node, $"not ({constant})")],
        RelationalPatternSyntax relation => [Turn.To(node, $"{Bound(relation.OperatorToken.Text)} {relation.Expression}")],
        _ => [],
    };

    private static string Bound(string comparison) => comparison.EndsWith('=') ? comparison[..1] : comparison + "=";
}
