using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Ledger;

internal sealed class RunFolderTests
{
    private string _path = "";

    [SetUp]
    public void Make() => _path = Directory.CreateTempSubdirectory("kmsi-test-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(_path, recursive: true);

    [Test]
    public void Events_come_back_as_written_and_a_torn_last_line_is_left_out()
    {
        var folder = RunFolder.Create(_path);
        var ledger = new WorldLedger("area/one", TimeProvider.System);
        using (var writer = new EventWriter(folder))
        {
            writer.Write(ledger.Append(new StepStarted("open")));
            writer.Write(ledger.Append(new ClockMoved(TimeSpan.FromDays(7))));
        }

        File.AppendAllText(folder.EventsFile, """{"type":"clock-moved","by":"7.0""");

        var read = folder.ReadEvents().ToList();
        Assert.That(read, Is.EqualTo(ledger.Since(0)));
    }

    [Test]
    public void A_folder_without_a_result_says_so()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => RunFolder.Create(_path).ReadRun());
        Assert.That(missing.Message, Does.Contain("it is not a run folder"));
    }

    [Test]
    public void A_second_run_does_not_write_into_the_events_of_the_first()
    {
        var folder = RunFolder.Create(_path);
        using (new EventWriter(folder))
        {
            Assert.Throws<IOException>(() => _ = new EventWriter(folder));
        }
    }

    [Test]
    public void Steps_number_the_events_that_follow_them()
    {
        var ledger = new WorldLedger("area/one", TimeProvider.System);
        ledger.Append(new CookiesRead(0));
        ledger.Append(new StepStarted("first"));
        ledger.Append(new CookiesRead(0));
        ledger.Append(new StepStarted("second"));

        Assert.That(ledger.Since(0).Select(observed => observed.Step), Is.EqualTo(new[] { 0, 1, 1, 2 }));
    }
}
