using KmsiConformance.Clocks.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks;

/// <summary>What a process that was killed left is deleted by its record, never by its name.</summary>
internal sealed class BelongingsTests
{
    private static readonly ProcessIdentity Dead = ProcessIdentity.Mine with { Started = "1" };
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kmsi-test-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_a_dead_process_left_is_deleted_and_nothing_else()
    {
        var (profile, clock, given) = (Folder("kmsi-profile-a"), Empty("kmsi-clock-a"), Empty("kmsi-clock-b"));
        var (unnamed, foreign) = (Empty("kmsi-clock-c"), Empty("precious"));
        Record(Dead, $"+{profile}", $"+{clock}", $"+{given}", $"-{given}", $"+{foreign}");

        Assert.That(Belongings.Sweep(_folder), Does.Contain("2 things").And.Contain($"process {Dead.Id}"));
        Assert.That(
            new[] { profile, clock, given, unnamed, foreign }.Select(path => File.Exists(path) || Directory.Exists(path)),
            Is.EqualTo(new[] { false, false, true, true, true }));
        Assert.That(Directory.GetFiles(_folder, "*.record"), Is.Empty);
        Assert.That(Belongings.Sweep(_folder), Is.Null, "nothing is left to be said");
    }

    [Test]
    public void What_a_living_process_has_is_left_alone_and_so_is_what_nobody_here_can_see()
    {
        var clock = Empty("kmsi-clock-a");
        Record(ProcessIdentity.Mine, $"+{clock}");
        Record(Dead with { Space = "another-machine" }, $"+{clock}");

        Assert.That(Belongings.Sweep(_folder), Is.Null);
        Assert.That(File.Exists(clock), Is.True);
        Assert.That(Directory.GetFiles(_folder, "*.record"), Has.Length.EqualTo(2));
    }

    [Test]
    public void A_record_that_was_cut_short_is_read_as_far_as_it_goes()
    {
        var (clock, next) = (Empty("kmsi-clock-a"), Empty("kmsi-clock-ab"));
        File.WriteAllText(Path.Combine(_folder, "1.record"), $"{Dead}\n+{clock}\n+{next}");
        File.WriteAllText(Path.Combine(_folder, "2.record"), "");

        Assert.That(Belongings.Sweep(_folder), Does.Contain("one thing"));
        Assert.That((File.Exists(clock), File.Exists(next)), Is.EqualTo((false, true)));
    }

    [Test]
    public void What_is_made_is_written_down_until_it_is_gone()
    {
        var folder = Belongings.MakeFolder("kmsi-test-");
        Assert.That(Recorded(folder), Is.True);

        Directory.Delete(folder);
        Belongings.Forget(folder);
        Assert.That(Recorded(folder), Is.False);
    }

    private static bool Recorded(string path) => Directory.GetFiles(Belongings.RecordFolder, $"{Environment.ProcessId}-*.record")
        .SelectMany(File.ReadAllLines).Aggregate(false, (there, line) => line == $"+{path}" || (line != $"-{path}" && there));

    private void Record(ProcessIdentity owner, params string[] lines) => File.WriteAllText(
        Path.Combine(_folder, $"{Guid.NewGuid():N}.record"), string.Concat(lines.Prepend($"{owner}").Select(line => $"{line}\n")));

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name, "profile")).Parent!.FullName;

    private string Empty(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "");
        return path;
    }
}
