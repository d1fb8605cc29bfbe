using KmsiConformance.Cli.Output;
using NUnit.Framework;
using Spectre.Console;

namespace KmsiConformance.Tests.Cli.Output;

/// <summary>Nothing that a file or a target says commands the terminal.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SafeTextTests
{
    [TestCase("plain, tab\tand\nline", "plain, tab\tand\nline")]
    [TestCase("a\u001B[31mred", "a␛[31mred")]
    [TestCase("over\rwritten", "over␍written")]
    [TestCase("line\r\nend", "line\r\nend")]
    [TestCase("bell\u0007 null\0 delete\u007F", "bell␇ null␀ delete␡")]
    [TestCase("c1\u009B31m", "c1\uFFFD31m")]
    [TestCase("turned\u202Eround", "turned\uFFFDround")]
    [TestCase("::error::x", ": :error::x")]
    [TestCase("a ::error::\n  ::warning file=a::b", "a ::error::\n  : :warning file=a::b")]
    [TestCase("a ##vso[task.setvariable variable=a]b ##[group]c ## d", "a # #vso[task.setvariable variable=a]b # #[group]c ## d")]
    [TestCase("###[error]", "## #[error]")]
    public void A_command_becomes_a_sign_that_is_seen(string text, string seen) => Assert.That(SafeText.Of(text), Is.EqualTo(seen));

    [Test]
    public void A_line_end_in_a_name_makes_no_line() =>
        Assert.That(SafeText.OneLine("id\n[1/1] PASSED  everything"), Is.EqualTo("id [1/1] PASSED  everything"));

    [Test]
    public void Whatever_writes_to_the_console_is_made_safe()
    {
        using var console = new StringWriter { NewLine = "\n" };
        using var safe = new SafeWriter(console);
        safe.Write("a\u001Bb");
        safe.Write('\u001B');
        safe.Write(['c', '\u001B']);
        safe.WriteLine("d\u001B");
        safe.Write("{0}", "e\u001B");
        Assert.That(console.ToString(), Is.EqualTo("a␛b␛c␛d␛\ne␛"));
    }

    [Test]
    public void What_is_said_of_trouble_is_masked_and_an_address_to_open_is_not()
    {
        const string address = "https://login.invalid/?state=c2VjcmV0";
        using var console = new StringWriter { NewLine = "\n" };
        using var trouble = new SafeWriter(console, masks: true);
        using var told = new SafeWriter(console);
        trouble.WriteLine(address);
        told.WriteLine(address);
        Assert.That(console.ToString(), Is.EqualTo($"https://login.invalid/?state=***\n{address}\n"));
    }

    [Test]
    public void Colours_stay_and_texts_in_them_are_made_safe()
    {
        using var drawn = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Out = new AnsiConsoleOutput(drawn),
        });
        console.Pipeline.Attach(new SafeSegments());
        console.Write(new Table().AddColumn("a").AddRow(new Text("x\u001B[2Jy", new Style(Color.Red))));
        console.MarkupLineInterpolated($"[red]{"z\u001B[2J"}[/]");
        Assert.That(drawn.ToString(), Does.Not.Contain("\u001B[2J").And.Contain("x␛[2Jy").And.Contain("z␛[2J").And.Contain("\u001B["));
    }
}
