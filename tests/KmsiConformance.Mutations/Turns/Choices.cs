using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>A case of a switch is left out, its default answers as another case does, and what is taken where nothing is.</summary>
internal static class Choices
{
    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        SwitchExpressionArmSyntax arm => Arm(arm),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice =>
            [Turn.To(node, choice.Left.ToString()), Turn.To(node, choice.Right.ToString())],
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } late =>
            [Turn.To(node, $"{late.Left} = {late.Right}")],
        _ => [],
    };

    private static IEnumerable<Turn> Arm(SwitchExpressionArmSyntax arm)
    {
        var arms = ((SwitchExpressionSyntax)arm.Parent!).Arms;
        if (arms.Count < 2) return [];
        if (arm.Pattern is not (DiscardPatternSyntax or VarPatternSyntax)) return [Turn.To(arm, $"{Never(arm)} => {arm.Expression}")];
        return arms[0].Expression.IsKind(SyntaxKind.ThrowExpression) ? [] : [Turn.To(arm.Expression, arms[0].Expression.ToString())];
    }

    private static string Never(SwitchExpressionArmSyntax arm) => arm.WhenClause is { } when
        ? $"{arm.Pattern} when ({when.Condition}) && false"
        : $"{arm.Pattern} when false";
}
