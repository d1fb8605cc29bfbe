using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>Events are all there, and a record says nothing that they, or its plan, do not bear out.</summary>
internal sealed class WitnessedTests
{
    private static List<Event> Events => [.. PackedRun.Good.ReadEvents()];

    private static string Some => PackedRun.Good.ReadRun().Scenarios.First(one => one.Verdict == Verdict.Passed).Id;

    [Test]
    public void Events_of_a_run_are_numbered_one_by_one() => Assert.That(Sequences.WhyNot(Events), Is.Empty);

    [TestCase("first")]
    [TestCase("one")]
    [TestCase("again")]
    public void An_event_that_was_taken_out_or_put_in_is_missed(string what)
    {
        var events = Events;
        var own = events.Where(seen => seen.Scenario == Some).ToList();
        if (what == "again") events.Insert(events.IndexOf(own[3]), own[3]);
        else events.Remove(what == "first" ? own[0] : own[3]);
        Assert.That(Sequences.WhyNot(events).Single(), Does.Contain(Some).And.Contain("events were taken out, put in or moved"));
    }

    [Test]
    public void An_attempt_that_was_taken_out_is_missed() => Assert.That(
        Sequences.WhyNot(Events.Select(seen => seen is WorldReady ready && ready.Scenario == Some ? ready with { Attempt = 2 } : seen))
            .Single(),
        Does.Contain($"Attempt 2 at {Some} comes after 0"));

    [Test]
    public void A_result_that_its_queue_refused_is_a_reason() => Assert.That(
        Sequences.WhyNot([.. Events, new ResultRefused { Scenario = Some }]), Has.One.Contains("refused by its queue"));

    [Test]
    public void Another_browser_than_the_one_that_was_started_is_a_contradiction()
    {
        var run = PackedRun.Good.ReadRun();
        Assert.That(Contradictions.OfBrowser(run, Events), Is.Empty);
        Assert.That(
            Contradictions.OfBrowser(run with { Browser = new("chromium", "156") }, Events).Single(),
            Does.Contain("the browser was chromium 156, and in the events simulated"));
        Assert.That(
            PackedRun.WhyNotPacked(PackedRun.With(PackedRun.Good, one => one with { Browser = one.Browser with { Version = "9.9" } })),
            Has.One.Contains("simulated 9.9"));
    }

    [Test]
    public void An_attempt_that_breaks_off_is_refused_although_another_one_followed()
    {
        var run = PackedRun.With(PackedRun.Good, run => run);
        var lines = File.ReadAllLines(run.EventsFile);
        var own = lines.Where(line => line.Contains($"\"scenario\":\"{Some}\"", StringComparison.Ordinal)).ToList();
        var cut = own.FindLastIndex(line => line.Contains("\"step-ended\"", StringComparison.Ordinal));
        File.WriteAllLines(run.EventsFile, [.. own.Take(cut), .. lines]);
        Assert.That(PackedRun.WhyNotPacked(run), Is.EqualTo(
            [$"An attempt at {Some} breaks off: what it saw last nobody knows. Run again, without resuming."]));
    }

    [TestCase("\"fault\": \"forgets-ticked-box\",")]
    [TestCase("\"ID\": \"other\",")]
    [TestCase("\"certified\": true,")]
    [TestCase("\"complete\": true,")]
    [TestCase(" ")]
    public void A_record_that_is_written_otherwise_is_refused(string more) => Assert.That(
        PackedRun.WhyNot(PackedRun.Signed(PackedRun.Changed(
            PackFiles.Run, record => [.. "{"u8, .. Encoding.UTF8.GetBytes(more), .. record.AsSpan(1)]))),
        Does.Contain("run.json is not written as 'kmsi run' writes it"));

    [Test]
    public async Task A_record_of_a_system_with_other_line_ends_is_taken()
    {
        var run = PackedRun.With(PackedRun.Good, run => run);
        File.WriteAllText(run.RunFile, File.ReadAllText(run.RunFile).ReplaceLineEndings("\r\n"));
        var (pack, _) = await PackedRun.PackAsync(run);
        Assert.That((await PackedRun.VerifyAsync(pack)).Notes, Is.Empty);
    }

    [TestCase(PackFiles.Target, "The run had no target file, and the pack holds a target.yaml")]
    [TestCase(PackFiles.Recipe, "The run had no recipe of its own, and the pack holds a recipe.yaml")]
    [TestCase("evidence/a.png", "evidence/a.png is a picture that no event names")]
    public void A_file_to_which_nothing_refers_is_refused(string name, string said)
    {
        var files = PackedRun.Entries.Append(new PackEntry(name, "any: thing"u8.ToArray()))
            .OrderBy(entry => entry.Name, Comparer<string>.Create(PackFiles.Compare));
        Assert.That(PackedRun.WhyNot(PackedRun.Signed(files)), Does.Contain(said));
    }
}
