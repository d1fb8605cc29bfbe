using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>A condition holds always or never, one of its parts is left out, and a comparison is another.</summary>
internal static class Conditions
{
    private static readonly Dictionary<SyntaxKind, string[]> Others = new()
    {
        [SyntaxKind.EqualsExpression] = ["!="],
        [SyntaxKind.NotEqualsExpression] = ["=="],
        [SyntaxKind.LessThanExpression] = ["<=", ">"],
        [SyntaxKind.LessThanOrEqualExpression] = ["<", ">"],
        [SyntaxKind.GreaterThanExpression] = [">=", "<"],
        [SyntaxKind.GreaterThanOrEqualExpression] = [">", "<"],
        [SyntaxKind.LogicalAndExpression] = ["||"],
        [SyntaxKind.LogicalOrExpression] = ["&&"],
    };

    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model)
    {
        if (node is not ExpressionSyntax expression) yield break;
        if (IsWhole(expression) && model.GetTypeInfo(expression).ConvertedType?.SpecialType == SpecialType.System_Boolean)
        {
            yield return Turn.To(node, $"(({expression}) || true)");
            yield return Turn.To(node, $"(({expression}) && false)");
        }

        if (expression is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
            yield return Turn.To(node, not.Operand.ToString());
        if (expression is not BinaryExpressionSyntax binary || !Others.TryGetValue(binary.Kind(), out var others)) yield break;
        foreach (var other in others) yield return Turn.To(node, $"({binary.Left} {other} {binary.Right})");
        if (binary.Kind() is not (SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)) yield break;
        yield return Turn.To(node, binary.Left.ToString());
        yield return Turn.To(node, binary.Right.ToString());
    }

    // No part of a condition, and not settled anyway.
    private static bool IsWhole(ExpressionSyntax expression) =>
        expression is not (ParenthesizedExpressionSyntax or LiteralExpressionSyntax or PredefinedTypeSyntax)
        && expression.Parent is not (ParenthesizedExpressionSyntax or NameColonSyntax or MemberAccessExpressionSyntax)
        && expression.Parent?.Kind() is not (SyntaxKind.LogicalNotExpression or SyntaxKind.LogicalAndExpression
            or SyntaxKind.LogicalOrExpression);
}
