using KmsiConformance.Clocks.Processes;
using NUnit.Framework;

namespace KmsiConformance.Tests.Clocks;

[Platform("Linux")]
internal sealed class PreloadLibraryTests
{
    private string _cache = null!;

    // Without a compiler the harness lives by libfaketime, which has tests of its own.
    [OneTimeSetUp]
    public void NeedsACompiler()
    {
        if (!PreloadLibrary.HasCompiler) Assert.Ignore("There is no C compiler here.");
    }

    [SetUp]
    public void MakeCache() => _cache = Directory.CreateTempSubdirectory("kmsi-test-").FullName;

    [TearDown]
    public void DeleteCache() => Directory.Delete(_cache, recursive: true);

    [Test]
    public void It_is_compiled_once_and_then_reused_without_a_compiler()
    {
        var first = new PreloadLibrary(_cache).Locate();
        var written = File.GetLastWriteTimeUtc(first);

        var second = new PreloadLibrary(_cache, compilers: ["/no/compiler"]).Locate();

        Assert.That(second, Is.EqualTo(first));
        Assert.That(File.GetLastWriteTimeUtc(second), Is.EqualTo(written));
    }

    [Test]
    public async Task Parallel_first_uses_all_get_the_whole_library()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => File.ReadAllBytes(new PreloadLibrary(_cache).Locate()).Length)));

        Assert.That(found.Distinct().Count(), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(_cache, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public void Without_a_compiler_the_reason_names_those_tried() => Assert.That(
        () => new PreloadLibrary(_cache, compilers: ["no-such-cc"]).Locate(),
        Throws.InstanceOf<ClockUnavailableException>().With.Message.Contains("no-such-cc"));

    [Test]
    public void A_compiler_that_fails_is_reported_and_leaves_no_library()
    {
        Assert.That(() => new PreloadLibrary(_cache, compilers: ["/bin/false"]).Locate(),
            Throws.InstanceOf<ClockUnavailableException>().With.Message.Contains("/bin/false"));
        Assert.That(Directory.GetFiles(_cache, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public void A_library_that_others_may_write_is_refused()
    {
        var library = new PreloadLibrary(_cache).Locate();
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(library, File.GetUnixFileMode(library) | UnixFileMode.OtherWrite);

        Assert.That(() => new PreloadLibrary(_cache).Locate(),
            Throws.InstanceOf<ClockUnavailableException>().With.Message.Contains("written by others"));
    }

    [Test]
    public void A_folder_that_others_may_write_is_refused()
    {
        var folder = Path.GetDirectoryName(new PreloadLibrary(_cache).Locate())!;
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupWrite);

        Assert.That(() => new PreloadLibrary(_cache).Locate(),
            Throws.InstanceOf<ClockUnavailableException>().With.Message.Contains(folder));
    }
}
