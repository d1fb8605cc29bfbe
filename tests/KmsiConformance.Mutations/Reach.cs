using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace KmsiConformance.Mutations;

/// <summary>
/// Sources that note which of their members are entered, and which of their types made. A mutation is played only in fixtures that
/// come to its place.
/// </summary>
internal static class Reach
{
    /// <summary>The class that is compiled with them: <c>Seen[n]</c> is true when the place n was reached.</summary>
    public const string Class = "KmsiConformance.Mutations.Reached";

    /// <summary>The name of its field.</summary>
    public const string Field = "Seen";

    public static string Source(int places) => $$"""
        namespace KmsiConformance.Mutations
        {
            internal static class Reached
            {
                public static readonly bool[] Seen = new bool[{{places.ToString(CultureInfo.InvariantCulture)}}];

                public static int Note(int place)
                {
                    Seen[place] = true;
                    return place;
                }
            }
        }
        """;

    /// <summary>The member or type in which something stands: what has a place of its own.</summary>
    public static SyntaxNode? PlaceOf(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(above => IsMember(above) || IsType(above));

    /// <summary>The text with a note in each place, and the places in the order of their numbers.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="first">The number of the first place.</param>
    public static (SourceText Text, IReadOnlyList<SyntaxNode> Places) Instrument(SyntaxNode root, int first)
    {
        var places = root.DescendantNodes().Where(node => IsMember(node) || IsType(node)).ToList();
        var changes = places.SelectMany((place, index) => Note(place, first + index));
        return (root.GetText().WithChanges(changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.End)), places);
    }

    private static bool IsType(SyntaxNode node) => node is ClassDeclarationSyntax
        or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword };

    private static bool IsMember(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        _ => false,
    };

    private static IEnumerable<TextChange> Note(SyntaxNode place, int number)
    {
        var note = string.Create(CultureInfo.InvariantCulture, $"global::{Class}.Note({number})");
        switch (place)
        {
            case TypeDeclarationSyntax type:
                var isStatic = type.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "";
                var field = string.Create(CultureInfo.InvariantCulture, $"private {isStatic}readonly int __place{number} = {note};");
                yield return type.OpenBraceToken.RawKind == 0 || type.OpenBraceToken.IsMissing
                    ? new TextChange(type.SemicolonToken.Span, $"{{ {field} }}")
                    : new TextChange(new TextSpan(type.OpenBraceToken.Span.End, 0), field);
                break;
            case BaseMethodDeclarationSyntax { Body: { } body }:
                yield return new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), note + ";");
                break;
            case AccessorDeclarationSyntax { Body: { } body }:
                yield return new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), note + ";");
                break;
            case MethodDeclarationSyntax { ExpressionBody: { } arrow } method:
                foreach (var change in Opened(arrow, method.SemicolonToken, note, GivesValue(method))) yield return change;
                break;
            case BaseMethodDeclarationSyntax { ExpressionBody: { } arrow } method:
                foreach (var change in Opened(arrow, method.SemicolonToken, note, method is OperatorDeclarationSyntax
                    or ConversionOperatorDeclarationSyntax)) yield return change;
                break;
            case AccessorDeclarationSyntax { ExpressionBody: { } arrow } accessor:
                foreach (var change in Opened(arrow, accessor.SemicolonToken, note, accessor.IsKind(SyntaxKind.GetAccessorDeclaration)))
                    yield return change;
                break;
            case PropertyDeclarationSyntax { ExpressionBody: { } arrow } property:
                foreach (var change in Opened(arrow, property.SemicolonToken, note, true, "{ get ", " }")) yield return change;
                break;
        }
    }

    private static bool GivesValue(MethodDeclarationSyntax method) => method.ReturnType.ToString() != "void"
        && !(method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() is "Task" or "ValueTask");

    // '=> expression;' becomes '{ note; return expression; }'.
    private static IEnumerable<TextChange> Opened(
        ArrowExpressionClauseSyntax arrow, SyntaxToken end, string note, bool givesValue, string before = "", string after = "")
    {
        var give = givesValue && arrow.Expression is not ThrowExpressionSyntax ? "return " : "";
        yield return new TextChange(arrow.ArrowToken.Span, $"{before}{{ {note}; {give}");
        yield return new TextChange(end.Span, $"; }}{after}");
    }
}
