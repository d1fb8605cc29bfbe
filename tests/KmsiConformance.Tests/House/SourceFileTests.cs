using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>A file is found where its namespace says, and can be read without scrolling sideways.</summary>
internal sealed class SourceFileTests
{
    private const int Columns = 140;

    private const int Rows = 300;

    // The parts of one record share its namespace, wherever they stand.
    private static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["KmsiConformance.Ledger.Events"] = "KmsiConformance.Ledger", // parts of Event, one for each topic
    };

    [Test]
    public void A_namespace_equals_its_folder()
    {
        var wrong = from file in SourceFile.Below("src", "tests", "bench", "build")
                    let said = file.Lines.Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).ToList()
                    let right = $"namespace {Elsewhere.GetValueOrDefault(file.Folder, file.Folder)};"
                    where !IsProgram(file, said) && (said.Count != 1 || said[0] != right)
                    select $"{file}: write '{right}' once, not '{string.Join(' ', said)}'";
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_line_fits_the_screen()
    {
        var wide = from file in SourceFile.Below("src", "tests", "bench", "build")
                   from line in Wide(file)
                   select line;
        Assert.That(wide, Is.Empty, $"wrap them: {Columns} columns at most");
    }

    [Test]
    public void A_file_is_short()
    {
        var @long = from file in SourceFile.Below("src", "tests", "bench", "build")
                    let rows = file.Lines.Length
                    where rows > Rows
                    select $"{file} has {rows} lines";
        Assert.That(@long, Is.Empty, $"split them by topic: {Rows} lines at most");
    }

    // What stands in a raw literal is a page or a script: its lines are those that are sent.
    private static IEnumerable<string> Wide(SourceFile file)
    {
        var isRaw = false;
        foreach (var (index, line) in file.Lines.Index())
        {
            if (!isRaw && line.Length > Columns) yield return $"{file}:{index + 1} has {line.Length} columns";
            if (line.Split("\"\"\"").Length % 2 == 0) isRaw = !isRaw;
        }
    }

    // Top-level statements have no namespace.
    private static bool IsProgram(SourceFile file, List<string> said) =>
        said.Count == 0 && Path.GetFileName(file.Path) == "Program.cs";
}
