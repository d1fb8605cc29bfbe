using Spectre.Console;

namespace KmsiConformance.Cli.Progress;

/// <summary>The terminal, or the plain text that goes into a pipe or file: no colours and no moving lines there.</summary>
internal static class Terminal
{
    /// <summary>Whether a person is looking.</summary>
    public static bool IsLive => !System.Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = System.Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });
}
