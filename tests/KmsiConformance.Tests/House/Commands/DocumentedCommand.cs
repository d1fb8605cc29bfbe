using System.Text.RegularExpressions;

namespace KmsiConformance.Tests.House.Commands;

/// <summary>What a page tells people to type: in backticks, or at the beginning of a line of a listing.</summary>
/// <param name="Place">The page and its line.</param>
/// <param name="Text">The line without the name of the program.</param>
/// <param name="IsListed">Whether it stands in a listing, or in README's table with all that is to be typed.</param>
internal sealed partial record DocumentedCommand(string Place, string Text, bool IsListed)
{
    /// <summary>All of them, those that are shown on several pages several times.</summary>
    public static IEnumerable<DocumentedCommand> All =>
        from page in Documents.All
        from line in Documents.Lines(page)
        from command in Of(line.Text)
        select new DocumentedCommand($"{page}:{line.Number}", command.Text, command.IsListed);

    /// <summary>The words as a shell makes them, without what is the shell's own.</summary>
    public string[] Words =>
        [.. Quotable().Matches(Shell().Replace(Text, ""))
            .Select(word => word.Value.Trim(word.Value[0] is '\'' or '"' ? word.Value[0] : ' '))];

    /// <summary>Whether it is to be typed as it stands: a verb alone in a sentence is a name.</summary>
    public bool IsWhole => IsListed || Words.Length > 1;

    // `dotnet run … --` stands for kmsi; what is left out by … is no command.
    private static IEnumerable<(string Text, bool IsListed)> Of(string line) =>
        Quoted().Matches(line)
            .Select(found => (Text: found.Groups["command"].Value, IsListed: !found.Value.StartsWith("`kmsi", StringComparison.Ordinal)))
            .Concat(Listed().Matches(line).Select(found => (Text: found.Groups["command"].Value, IsListed: true)))
            .Where(command => command.Text.Length > 0 && !command.Text.Contains('…', StringComparison.Ordinal));

    [GeneratedRegex(@"`(?:kmsi|… --|dotnet run --project src/KmsiConformance\.Cli --) (?<command>[^`]+)`",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:[A-Z_]+=\S+ )*(?:kmsi|dotnet run --project src/KmsiConformance\.Cli --) (?<command>.+?)(?: {2,}.*)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();

    // As a shell takes words: what stands between quotes is one.
    [GeneratedRegex("'[^']*'|\"[^\"]*\"|[^ ]+", RegexOptions.None, 1000)]
    private static partial Regex Quotable();

    [GeneratedRegex(@" [>&|].*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shell();
}
