using KmsiConformance.Browsers.Setup;
using KmsiConformance.Tests.Peers;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>The Dockerfile is sound, as far as can be told without an engine.</summary>
internal sealed class ContainerFileTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

    [Test]
    public void Others_find_nothing_wrong_with_it() => Assert.That(NodePeer.Ask("dockerfile.cjs", Text).EnumerateArray(), Is.Empty);

    [Test]
    public void What_is_wrong_is_noticed() => Assert.That(
        NodePeer.Ask("dockerfile.cjs", Text.Replace("\nCOPY . .", "\nCOPI . .", StringComparison.Ordinal)).ToString(),
        Does.Contain("Unknown instruction: COPI"));

    [Test]
    public void It_brings_what_the_program_would_install()
    {
        var machine = new ThisMachine();
        var needed = DebianPackages.Firefox(machine).Names.Concat(DebianPackages.Chromium(machine).Names)
            .Where(name => name != "libfaketime"); // for where nothing compiles our own clock
        var words = Text.Split([' ', '\n']);
        Assert.That(words, Is.SupersetOf(needed));
        Assert.That(words.Intersect(KmsiConformance.Clocks.Processes.PreloadLibrary.UsualCompilers), Is.Not.Empty);
    }

    // All is left out that is not let in again, and what is let in is there.
    [Test]
    public void What_is_let_in_is_what_the_program_is_built_from()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore"));
        var letIn = lines.Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        Assert.That(lines, Does.Contain("*"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var name in letIn)
                Assert.That(Directory.EnumerateFileSystemEntries(Repository.Root, name), Is.Not.Empty, name);
            Assert.That(letIn, Is.SupersetOf(new[] { "src", "build", "scenarios", "global.json", "Directory.*", "README.md" }));
        }
    }
}
