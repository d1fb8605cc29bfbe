using KmsiConformance.Cli;
using KmsiConformance.Cli.Output;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli.Output;

/// <summary>A command line that cannot be understood is answered with what was likely meant.</summary>
public sealed class ParseErrorsTests
{
    [TestCase("kmsi list has no option --profil. Did you mean --profile? Its options: --format, --only", "list", "--profil", "web")]
    [TestCase("kmsi run has no option --trust. Its options: ", "run", "--trust", "ca.pem")]
    [TestCase("kmsi run has no option --browsers. Did you mean --browser?", "run", "--browsers")]
    public void An_option_that_there_is_not_is_named_once_with_those_that_there_are(string said, params string[] line)
    {
        var words = ParseErrors.InWords(EntryPoint.Parse(line)).ToList();
        Assert.That(words, Has.Count.EqualTo(1));
        Assert.That(words[0], Does.StartWith(said));
    }

    [Test]
    public void What_else_is_wrong_is_said_beside_it()
    {
        var words = ParseErrors.InWords(EntryPoint.Parse(["run", "--profil", "web", "--workers", "many"])).ToList();
        Assert.That(words, Has.Count.EqualTo(2));
        Assert.That(words[0], Does.StartWith("kmsi run has no option --profil."));
        Assert.That(words[1], Does.Contain("--workers").And.Contain("'many'"));
    }

    [Test]
    public void A_word_too_many_is_no_option() => Assert.That(
        ParseErrors.InWords(EntryPoint.Parse(["list", "web"])), Has.One.Contains("'web'").And.None.Contains("has no option"));
}
