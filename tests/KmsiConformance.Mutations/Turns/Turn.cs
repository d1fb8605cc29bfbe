using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KmsiConformance.Mutations.Turns;

/// <summary>What is put in the place of what. It need not compile: what does not is no mutation.</summary>
internal sealed record Turn(TextSpan Where, string After)
{
    private static readonly Func<SyntaxNode, SemanticModel, IEnumerable<Turn>>[] Kinds =
    [
        Conditions.Of, Patterns.Of, Choices.Of, Sequences.Of, Lists.Of, Evidences.Of, Values.Of, Statements.Of,
    ];

    /// <summary>Every way in which this node may be turned.</summary>
    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => Kinds.SelectMany(kind => kind(node, model));

    /// <summary>Whether words to people stand there; how a thing is said is no decision. Nor is what an attribute says.</summary>
    public static bool IsWording(SyntaxNode node) => node is InterpolatedStringExpressionSyntax or AttributeListSyntax
        || node is ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax { Type: var type } } && type.ToString().EndsWith("Exception",
            StringComparison.Ordinal);

    public static Turn To(SyntaxNode node, string after) => new(node.Span, after);

    /// <summary>The list with each of its members left out in turn, where the separator is a comma.</summary>
    public static IEnumerable<Turn> Shorter<T>(SeparatedSyntaxList<T> list, int least = 0) where T : SyntaxNode => list.Count <= least
        ? []
        : list.Select(left => new Turn(
            TextSpan.FromBounds(list[0].SpanStart, list[^1].Span.End),
            string.Join(", ", list.Where(one => one != left).Select(one => one.ToString()))));
}
