using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>One member of a list, one property of an object is left out.</summary>
internal static class Lists
{
    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        CollectionExpressionSyntax list => Turn.Shorter(list.Elements),
        InitializerExpressionSyntax list => Turn.Shorter(list.Expressions),
        _ => [],
    };
}
