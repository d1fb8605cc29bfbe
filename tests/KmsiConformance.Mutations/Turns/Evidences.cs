using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KmsiConformance.Mutations.Turns;

/// <summary>Another step, another device: what is judged comes from where it should not.</summary>
internal static class Evidences
{
    private const string Step = "Step";
    private const string All = "All";
    private const string Everywhere = "Everywhere";

    public static IEnumerable<Turn> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "evidence" }, Name: var name } =>
            Others(name.ToString()).Select(other => Turn.To(name, other)),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Seen" or "Since" },
            ArgumentList: { Arguments: [{ Expression: IdentifierNameSyntax }] } since,
        } => [Turn.To(since, "(0)")],
        _ => [],
    };

    private static string[] Others(string source) => source switch
    {
        Step => [All],
        All => [Step, Everywhere],
        Everywhere => [All],
        _ => [],
    };
}
