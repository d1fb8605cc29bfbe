using KmsiConformance.Cli.Output;
using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>The terminal, or the plain text that goes into a pipe or file: no colours and no moving lines there.</summary>
internal static class Terminal
{
    /// <summary>Whether a person is looking.</summary>
    public static bool IsLive => !System.Console.IsOutputRedirected && Console.Profile.Capabilities.Interactive;

    public static IAnsiConsole Console { get; } = Safe(
        System.Console.IsOutputRedirected ? Plain() : AnsiConsole.Create(new AnsiConsoleSettings { Out = SafeConsole.Drawing }));

    private static IAnsiConsole Safe(IAnsiConsole console)
    {
        console.Pipeline.Attach(new SafeSegments());
        return console;
    }

    private static IAnsiConsole Plain()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = SafeConsole.Drawing,
        });

        // Nothing is folded on its way into a file: a line that a script looks for stays one line.
        console.Profile.Width = 10_000;
        return console;
    }
}
