using KmsiConformance.Mutations.Turns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations;

/// <summary>All mutations of a source file, whether they compile or not.</summary>
internal static class MutationList
{
    public static IEnumerable<(Mutation Mutation, SyntaxNode? Place)> Of(SyntaxTree tree, SemanticModel model, string source)
    {
        var text = tree.GetText();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in tree.GetRoot().DescendantNodes(node => !Turn.IsWording(node)).Where(node => !Turn.IsWording(node)))
        {
            foreach (var turn in Turn.Of(node, model))
            {
                var mutation = new Mutation(source, MemberOf(node), text.Lines.GetLinePosition(turn.Where.Start).Line + 1, turn.Where,
                    text.ToString(turn.Where), turn.After);
                seen[mutation.Name] = seen.GetValueOrDefault(mutation.Name) + 1;
                yield return (mutation with { Number = seen[mutation.Name] }, Reach.PlaceOf(node));
            }
        }
    }

    private static string MemberOf(SyntaxNode node)
    {
        var names = node.AncestorsAndSelf().Select(above => above switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            MethodDeclarationSyntax method => method.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => field.Identifier.Text,
            ConstructorDeclarationSyntax => "new",
            _ => null,
        }).OfType<string>();
        return string.Join('.', names.Reverse());
    }
}
