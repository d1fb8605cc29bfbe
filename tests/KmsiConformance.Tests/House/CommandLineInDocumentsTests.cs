using System.Text.RegularExpressions;
using KmsiConformance.Cli;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>What the pages tell people to type is understood.</summary>
internal sealed partial class CommandLineInDocumentsTests
{
    private static IEnumerable<TestCaseData<string>> Lines =>
        from page in Documents.All
        from line in Documents.Lines(page)
        from command in Commands(line.Text)
        select new TestCaseData<string>(command).SetArgDisplayNames($"{page}:{line.Number}", command);

    [TestCaseSource(nameof(Lines))]
    public void A_command_line_is_understood(string command)
    {
        var parsed = CommandLine.Create().Parse(Plain(command));
        if (Plain(command) is ["--version" or "--help"]) return;
        Assert.That(
            parsed.CommandResult.Command, Is.Not.InstanceOf<System.CommandLine.RootCommand>(), "kmsi knows no such command: mend the page");

        // A command alone in a sentence is its name; what it needs is said where it is shown with it.
        if (Plain(command).Length == 1) return;
        Assert.That(parsed.Errors.Select(error => error.Message), Is.Empty, "kmsi does not understand it: mend the page");
    }

    [Test]
    public void There_are_command_lines_to_judge() => Assert.That(Lines.Count(), Is.AtLeast(25));

    // In backticks or at the beginning of a line of a listing; `dotnet run … --` stands for kmsi.
    private static IEnumerable<string> Commands(string line) =>
        Quoted().Matches(line).Select(found => found.Groups["command"].Value)
            .Concat(Listed().Matches(line).Select(found => found.Groups["command"].Value))
            .Where(command => command.Length > 0 && !command.Contains('…', StringComparison.Ordinal));

    // A word in capitals stands for a value; which ones an option takes is said elsewhere. What follows > or & is the shell's.
    private static string[] Plain(string command) =>
        [.. Quotable().Matches(Shell().Replace(command, ""))
            .Select(word => word.Value.Trim(word.Value[0] is '\'' or '"' ? word.Value[0] : ' '))
            .Select(word => word == "NAME" ? "simulated" : word)];

    [GeneratedRegex(@"`(?:kmsi|… --|dotnet run --project src/KmsiConformance\.Cli --) (?<command>[^`]+)`",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:kmsi|dotnet run --project src/KmsiConformance\.Cli --) (?<command>.+?)(?: {2,}.*)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();

    // As a shell takes words: what stands between quotes is one.
    [GeneratedRegex("'[^']*'|\"[^\"]*\"|[^ ]+", RegexOptions.None, 1000)]
    private static partial Regex Quotable();

    [GeneratedRegex(@" [>&|].*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shell();
}
