using System.Text;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Markdown;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting;

/// <summary>The summary that build servers show.</summary>
internal sealed class MarkdownReportTests
{
    [Test]
    public async Task It_begins_with_the_outcome_and_the_counts_and_failures_come_first()
    {
        using var run = EveryVerdict.Write();
        var text = await Written.ByAsync("markdown", run);
        Assert.That(text, Does.StartWith("## Keep me signed in: not conformant\n\n2 scenarios failed out of "));
        Assert.That(text, Does.Contain("\n| FAILED | 3 | ").And.Contain("\n| ERROR | 1 | ").And.Contain("\n| SKIPPED | 1 | "));
        Assert.That(
            text.Split('\n').Where(line => line.StartsWith("###", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "### FAILED", "### FLAKY", "### ERROR", "### CANT_TELL", "### WARNING", "### Known to fail", "### Notes" }));
    }

    [Test]
    public async Task A_failure_says_what_was_expected_what_was_seen_and_where()
    {
        using var run = EveryVerdict.Write();
        Assert.That(await Written.ByAsync("markdown", run), Does.Contain("""
            **A ticked box survives closing the browser**  
            `lifetime/ticked-survives-a-restart`, `scenarios/catalogue/lifetime/ticked-survives-a-restart.yaml:10`

            - R-050 (MUST): The session of R-050 ends when the policy in force says so, and not before.
            - R-042 (MUST): The session of R-042 ends when the policy in force says so, and not before.
            - Step: Open groceries
            - Expected: silent: a fresh code without a credential page
            - Actual: prompt: the credential page of login.localhost was shown
            - Picture: `evidence/lifetime-ticked-survives-a-restart-1.png` (The credential page that should not have been there)
            """));
    }

    [Test]
    public async Task An_error_says_why_and_a_note_is_told()
    {
        using var run = EveryVerdict.Write();
        Assert.That(
            await Written.ByAsync("markdown", run),
            Does.Contain("- Because: The browser did not start again within 30 s.\n").And.Contain("- The preload library could not be "));
    }

    [Test]
    public async Task Texts_stay_texts()
    {
        using var run = EveryVerdict.Write();
        var text = await Written.ByAsync("markdown", run);
        Assert.That(text, Does.Contain("&lt;img src=x&gt; \\| \\[a\\](https&#58;//evil.example) &#64;all \\`z\\` 100%; a,b:c"));
        Assert.That(text, Does.Not.Contain("<img").And.Not.Contain("https://").And.Not.Contain("##vso[").And.Not.Contain("\r"));
        Assert.That(text.Split('\n').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("a\nb\u001B", "a b")]
    [TestCase("www.evil.example and WWW.x", "www&#46;evil.example and WWW&#46;x")]
    [TestCase("id_token_hint *now*", "id\\_token\\_hint \\*now\\*")]
    public void Of_a_text(string text, string escaped) => Assert.That(MarkdownText.Of(text), Is.EqualTo(escaped));

    [Test]
    public void Code_is_not_ended_from_within() =>
        Assert.That(MarkdownText.Code("a`b|c\nd"), Is.EqualTo("`a'b\u00A6c d`"));

    [Test]
    public async Task What_is_too_long_is_cut_and_says_so_and_the_notes_are_kept()
    {
        using var run = new SampleRun();
        for (var number = 0; number < 400; number++)
            run.Add($"lifetime/number-{number:000}", new string('ä', 90), "R-050")
                .Step("Look", () => { }, Verdict.Failed, new string('€', 3000), "that");
        for (var note = 0; note < 400; note++) run.Notes.Add($"Note {note}: {new string('n', 60)}");
        var text = await Written.ByAsync("markdown", run.Written());
        var shown = text.Split("`lifetime/number-").Length - 1;
        var notes = text.Split("- Note ").Length - 1;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetByteCount(text), Is.InRange(50_000, MarkdownReporter.MostBytes));
            Assert.That(shown, Is.InRange(5, 30));
            Assert.That(
                text, Does.Contain(
                    $"\n{400 - shown} more scenarios are left out here, for a summary has 60 kB at most. All of them are in report.html."));
            Assert.That(notes, Is.InRange(50, 390));
            Assert.That(text, Does.Contain($"\n{400 - notes} more notes are left out here"));
        }
    }
}
