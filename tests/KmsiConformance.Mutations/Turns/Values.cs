using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>Another truth, number or verdict; sums are differences; and what cannot be told is told all the same.</summary>
internal static class Values
{
    private static readonly Dictionary<SyntaxKind, string> Others = new()
    {
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*",
        [SyntaxKind.ModuloExpression] = "*",
        [SyntaxKind.AddAssignmentExpression] = "-=",
        [SyntaxKind.SubtractAssignmentExpression] = "+=",
    };

    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => [Turn.To(node, "false")],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => [Turn.To(node, "true")],
        LiteralExpressionSyntax { Token.Value: int number } => [Turn.To(node, (number + 1).ToString(CultureInfo.InvariantCulture))],
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Verdict" }, Name: var verdict } =>
            [Turn.To(verdict, verdict.ToString() == "Passed" ? "Failed" : "Passed")],
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "CantTell" }, ArgumentList: var told,
        } => Told(node, told),
        BinaryExpressionSyntax binary when Others.TryGetValue(binary.Kind(), out var other) =>
            [Turn.To(node, $"({binary.Left} {other} {binary.Right})")],
        AssignmentExpressionSyntax assignment when Others.TryGetValue(assignment.Kind(), out var other) =>
            [Turn.To(node, $"{assignment.Left} {other} {assignment.Right}")],
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "++" } step => [Turn.To(node, $"--{step.Operand}")],
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "++" } step => [Turn.To(node, $"{step.Operand}--")],
        PostfixUnaryExpressionSyntax { OperatorToken.Text: "--" } step => [Turn.To(node, $"{step.Operand}++")],
        _ => [],
    };

    private static Turn[] Told(SyntaxNode node, ArgumentListSyntax told) =>
        [Turn.To(node, $"Judgement.Of(true, {told.Arguments})"), Turn.To(node, $"Judgement.Of(false, {told.Arguments})")];
}
