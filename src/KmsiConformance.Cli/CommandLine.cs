using System.CommandLine;
using KmsiConformance.Cli.Commands;
using KmsiConformance.Cli.Commands.Serve;

namespace KmsiConformance.Cli;

/// <summary>All that <c>kmsi</c> understands.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var all = All();
        RefuseNothing(all);
        return all;
    }

    private static RootCommand All() => new(
        "Does sign-in really remember, and really forget? Runs keep-me-signed-in scenarios against a login endpoint.")
    {
        RunCommand.Create(),
        ProbeCommand.Create(),
        RecipeCommand.Create(),
        NewCommand.Create(),
        ListCommand.Create(),
        CoverageCommand.Create(),
        FaultsCommand.Create(),
        ExploreCommand.Create(),
        MeasureCommand.Create(),
        LintCommand.Create(),
        ServeCommand.Create(),
        ReportCommand.Create(),
        JudgeCommand.Create(),
        MergeCommand.Create(),
        PackCommand.Create(),
        KeysCommand.Create(),
        BaselineCommand.Create(),
        TimingsCommand.Create(),
        DiffCommand.Create(),
        ReportsCommand.Create(),
    };

    // A variable of a script that is not set is written as nothing, and is never what was meant.
    // Nor is another option, which would be taken for the value of the one before it.
    private static void RefuseNothing(Command command)
    {
        var names = command.Options.Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var option in command.Options)
            option.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => names.Contains(token.Value)) is { } taken)
                    result.AddError($"{option.Name} is followed by the option {taken.Value}. Expected {option.HelpName ?? "a value"} in "
                        + "between.");
                if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                    result.AddError($"{option.Name} is followed by an empty value. Expected {option.HelpName ?? "a value"}, or leave "
                        + $"{option.Name} out.");
            });
        foreach (var argument in command.Arguments)
            argument.Validators.Add(result =>
            {
                if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                    result.AddError($"{argument.HelpName ?? argument.Name} is empty. Expected {argument.HelpName ?? argument.Name}.");
            });
        foreach (var below in command.Subcommands) RefuseNothing(below);
    }
}
