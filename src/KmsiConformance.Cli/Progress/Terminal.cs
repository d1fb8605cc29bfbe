using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>The terminal, or the plain text that goes into a pipe or file: no colours and no moving lines there.</summary>
internal static class Terminal
{
    /// <summary>Whether a person is looking.</summary>
    public static bool IsLive => !System.Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static IAnsiConsole Console { get; } = System.Console.IsOutputRedirected ? Plain() : AnsiConsole.Console;

    private static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });

        // Nothing is folded on its way into a file: a line that a script looks for stays one line.
        console.Profile.Width = 10_000;
        return console;
    }
}
