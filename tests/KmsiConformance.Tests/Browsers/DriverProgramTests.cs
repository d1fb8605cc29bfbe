using KmsiConformance.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>The driver's program can be run, though it comes out of a package that keeps no modes.</summary>
internal sealed class DriverProgramTests
{
    private const UnixFileMode ReadByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private string _file = "";

    [SetUp]
    public void A_file()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Files have no modes here.");
        _file = Path.GetTempFileName();
    }

    [TearDown]
    public void Delete() => File.Delete(_file);

    [Test]
    public void The_one_beside_the_tests_is_found() => Assert.That(DriverProgram.Find(), Does.Exist);

    [Test]
    public void Whoever_may_read_it_may_run_it_afterwards()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_file, ReadByAll);
        Assert.That(DriverProgram.Mend(_file), Does.Contain($"chmod a+x {_file}"));
        DriverProgram.LetRun(_file);
        Assert.That(File.GetUnixFileMode(_file),
            Is.EqualTo(ReadByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
        Assert.That(DriverProgram.Mend(_file), Is.Empty);
    }

    [Test]
    public void What_only_its_owner_may_read_only_the_owner_may_run()
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(_file, UnixFileMode.UserRead);
        DriverProgram.LetRun(_file);
        Assert.That(File.GetUnixFileMode(_file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserExecute));
    }
}
