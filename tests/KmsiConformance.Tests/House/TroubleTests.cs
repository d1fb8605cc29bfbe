using System.Text.RegularExpressions;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>What an exception says may hold addresses, tokens and words of libraries: it is told by one way only.</summary>
internal sealed class TroubleTests
{
    private static readonly string[] Recording = ["Apps", "Runner", "Worlds", "Probing"];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Test]
    public void An_exception_is_told_by_Trouble_or_thrown_on()
    {
        var told = from file in SourceFile.Below([.. Recording.Select(room => $"src/KmsiConformance.{room}")])
                   let names = Caught(string.Join('\n', file.Lines))
                   from statement in string.Join('\n', file.Lines).Split(';')
                   from name in names
                   where Regex.IsMatch(statement, $@"\b{name}(\.GetBaseException\(\))?\.Message\b", RegexOptions.None, Limit)
                       && !statement.Contains("throw new ", StringComparison.Ordinal)
                   select $"{file}: {statement.Trim()}";
        Assert.That(told, Is.Empty, "write Trouble.Said(…)");
    }

    private static IEnumerable<string> Caught(string text) =>
        Regex.Matches(text, @"catch \((?:\w+\.)*\w+ (?<name>\w+)\)", RegexOptions.ExplicitCapture, Limit)
            .Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);
}
