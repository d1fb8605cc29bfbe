using System.CommandLine;
using KmsiConformance.Cli.Commands;

namespace KmsiConformance.Cli;

/// <summary>All that <c>kmsi</c> understands.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new(
        "Does sign-in really remember, and really forget? Runs keep-me-signed-in scenarios against a login endpoint.")
    {
        RunCommand.Create(),
        ProbeCommand.Create(),
        RecipeCommand.Create(),
        ListCommand.Create(),
        FaultsCommand.Create(),
        ExploreCommand.Create(),
        LintCommand.Create(),
        ServeCommand.Create(),
        ReportCommand.Create(),
    };
}
