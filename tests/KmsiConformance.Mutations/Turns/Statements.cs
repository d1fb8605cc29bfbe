using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>Something is not done.</summary>
internal static class Statements
{
    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        ExpressionStatementSyntax or YieldStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax
            or ReturnStatementSyntax { Expression: null } => [Turn.To(node, ";")],
        ThrowExpressionSyntax => [Turn.To(node, "default!")],
        _ => [],
    };
}
