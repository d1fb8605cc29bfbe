using KmsiConformance.Cli;
using NUnit.Framework;

namespace KmsiConformance.Tests.House.Commands;

/// <summary>What the pages tell people to type is understood.</summary>
internal sealed class CommandLineInDocumentsTests
{
    private static IEnumerable<TestCaseData<DocumentedCommand>> Commands =>
        DocumentedCommand.All.Select(command =>
            new TestCaseData<DocumentedCommand>(command).SetArgDisplayNames(command.Place, command.Text));

    [TestCaseSource(nameof(Commands))]
    public void A_command_line_is_understood(DocumentedCommand command)
    {
        // A word in capitals stands for a value; which ones an option takes is said elsewhere.
        string[] words = [.. command.Words.Select(word => word == "NAME" ? "simulated" : word)];
        if (words is ["--version" or "--help"]) return;
        var parsed = CommandLine.Create().Parse(words);
        Assert.That(
            parsed.CommandResult.Command, Is.Not.InstanceOf<System.CommandLine.RootCommand>(), "kmsi knows no such command: mend the page");

        // What it needs is said where it is shown with it.
        if (!command.IsWhole) return;
        Assert.That(parsed.Errors.Select(error => error.Message), Is.Empty, "kmsi does not understand it: mend the page");
    }

    [Test]
    public void There_are_command_lines_to_judge() => Assert.That(Commands.Count(), Is.AtLeast(25));
}
