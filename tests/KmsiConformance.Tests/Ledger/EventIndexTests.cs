using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Ledger;

/// <summary>The events of one scenario are found without reading those of all others.</summary>
public sealed class EventIndexTests
{
    [Test]
    public void Each_scenario_has_the_events_and_attempts_that_the_whole_file_gives_it()
    {
        using var run = SampleCatalogue.Write(
            add: other => other.Add("lifetime/ticked-ends-on-the-day", "Another attempt", "R-050").Restart());
        var (all, index) = (run.Folder.ReadAttempts(), EventIndex.Of(run.Folder));
        foreach (var (scenario, attempts) in all)
        {
            Assert.That(index.AttemptsOf(scenario).Select(attempt => attempt.Select(seen => seen.ToString())),
                Is.EqualTo(attempts.Select(attempt => attempt.Select(seen => seen.ToString()))), scenario);
        }

        Assert.That(all["lifetime/ticked-ends-on-the-day"], Has.Count.GreaterThan(1));
        Assert.That(index.AttemptsOf("nobody/was-here"), Is.Empty);
    }

    [Test]
    public void A_last_line_that_was_being_written_is_left_out()
    {
        using var run = SampleCatalogue.Write();
        var before = EventIndex.Of(run.Folder).AttemptsOf("lifetime/ticked-ends-on-the-day")[0].Count;
        File.AppendAllText(run.Folder.EventsFile, "{\"type\":\"went-back\",\"scenario\":\"lifetime/ticked-ends-on");
        Assert.That(EventIndex.Of(run.Folder).AttemptsOf("lifetime/ticked-ends-on-the-day")[0], Has.Count.EqualTo(before));
    }

    [TestCase("no JSON", "events.ndjson(3)")]
    [TestCase("[]", "events.ndjson(3)")]
    [TestCase("{}", "events.ndjson(3)")]
    public void A_line_that_is_no_event_is_named(string line, string place)
    {
        using var run = SampleCatalogue.Write();
        var lines = File.ReadAllLines(run.Folder.EventsFile);
        lines[2] = line;
        File.WriteAllLines(run.Folder.EventsFile, lines);
        Assert.That(
            () => EventIndex.Of(run.Folder).AttemptsOf(""), Throws.TypeOf<InvalidDataException>().With.Message.Contains(place));
    }
}
