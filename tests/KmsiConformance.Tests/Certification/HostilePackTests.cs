using System.IO.Compression;
using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>Archives that are made to harm whoever opens them are refused before a byte of them is laid out.</summary>
internal sealed class HostilePackTests
{
    private const int Link = unchecked((int)0xA1FF0000);

    [TestCase("../run.json")]
    [TestCase("/etc/passwd")]
    [TestCase("C:\\run.json")]
    [TestCase("evidence/../run.json")]
    [TestCase("evidence\\a.png")]
    [TestCase("evidence/.png")]
    [TestCase("evidence/a.html")]
    [TestCase("evidence/a/b.png")]
    [TestCase("evidence/")]
    [TestCase("RUN.JSON")]
    [TestCase("")]
    public void A_name_that_no_pack_has_is_refused(string name) => Assert.That(
        PackedRun.WhyNot(PackArchive.Write([.. PackedRun.Entries, new PackEntry(name, new byte[] { 1 })])),
        Does.Contain($"it holds '{name}', which is no file of a pack"));

    [Test]
    public void A_name_that_is_there_twice_is_refused_whatever_its_letters()
    {
        var picture = new PackEntry("evidence/a.png", new byte[] { 1 });
        Assert.Multiple(() =>
        {
            Assert.That(Why([.. PackedRun.Entries, picture, picture]), Does.Contain("it holds evidence/a.png twice"));
            Assert.That(Why([.. PackedRun.Entries, picture with { Name = "evidence/A.png" }, picture]), Does.Contain("twice"));
        });
    }

    [Test]
    public void What_unfolds_is_refused_unseen()
    {
        var bomb = Zip(zip =>
        {
            foreach (var name in new[] { PackFiles.Manifest, PackFiles.Signature, PackFiles.Run })
            {
                using var into = zip.CreateEntry(name).Open();
                into.Write(new byte[1 << 22]);
            }
        });
        Assert.That(PackedRun.WhyNot(bomb), Does.Contain("manifest.json is compressed"));
    }

    [Test]
    public void A_link_is_refused()
    {
        var pack = PackedRun.Pack.ToArray();
        var name = pack.AsSpan().LastIndexOf("manifest.json"u8);
        pack[name - ZipLayout.CentralSize + 41] = 0xA1;
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("manifest.json is said to be a link"));
    }

    [Test]
    public void A_comment_is_refused()
    {
        var pack = PackedRun.Pack.ToArray();
        pack[^2] = 2;
        Assert.That(PackedRun.WhyNot([.. pack, .. "ok"u8]), Does.Contain("its end is not what").Or.Contain("behind its end"));
    }

    [Test]
    public void A_directory_that_says_otherwise_than_the_headers_is_refused()
    {
        var pack = PackedRun.Pack.ToArray();
        var name = pack.AsSpan().LastIndexOf("run.json"u8);
        "ran"u8.CopyTo(pack.AsSpan(name));
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("its directory says otherwise of run.json"));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("PK")]
    [TestCase("PK\x03\x04")]
    [TestCase("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void What_is_no_pack_is_refused(string text) =>
        Assert.That(PackedRun.WhyNot(Encoding.Latin1.GetBytes(text)), Does.Contain("is refused"));

    [Test]
    public void More_files_than_any_pack_has_are_refused()
    {
        var many = Enumerable.Range(0, PackFiles.Most + 1)
            .Select(number => new PackEntry($"evidence/{number:000000}.png", Array.Empty<byte>()));
        Assert.That(Why([.. PackedRun.Entries, .. many]), Does.Contain($"more than {PackFiles.Most} files"));
    }

    [Test]
    [Platform("Linux")]
    public void A_device_is_not_read() => Assert.That(
        () => PackArchive.Open("/dev/zero"), Throws.TypeOf<PackException>().With.Message.Contains("no ordinary file"));

    [TestCase("../profiles.yaml", "could lead out")]
    [TestCase("/profiles.yaml", "could lead out")]
    [TestCase("a//b.yaml", "could lead out")]
    [TestCase("c:profiles.yaml", "could lead out")]
    [TestCase("a\\b.yaml", "could lead out")]
    public void Scenarios_that_lead_out_of_their_folder_are_refused(string name, string said) =>
        Assert.That(WhyNotScenarios(zip => zip.CreateEntry(name)), Does.Contain(said));

    [Test]
    public void Scenarios_that_are_links_doubles_or_bombs_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(WhyNotScenarios(zip => zip.CreateEntry("a.yaml").ExternalAttributes = Link), Does.Contain("a.yaml is a link"));
            Assert.That(WhyNotScenarios(zip => (zip.CreateEntry("a.yaml"), zip.CreateEntry("A.yaml"))), Does.Contain("A.yaml twice"));
            Assert.That(WhyNotScenarios(zip =>
            {
                using var into = zip.CreateEntry("a.yaml").Open();
                into.Write(new byte[1 << 24]);
            }), Does.Contain("it unfolds to more than 100 times its size"));
            Assert.That(() => ScenarioTexts.Of("pack", "no zip"u8.ToArray()), Throws.TypeOf<PackException>());
        });
    }

    [Test]
    public void Nothing_of_hostile_scenarios_is_laid_out_even_where_they_are_signed()
    {
        var hostile = Zip(zip => zip.CreateEntry("../../kmsi-was-here.yaml"));
        var pack = PackedRun.Signed(PackedRun.Changed(PackFiles.Scenarios, _ => hostile));
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("could lead out of its folder"));
        Assert.That(File.Exists(Path.Combine(Path.GetTempPath(), "kmsi-was-here.yaml")), Is.False);
    }

    private static string Why(IReadOnlyList<PackEntry> entries) => PackedRun.WhyNot(PackArchive.Write(entries));

    private static string WhyNotScenarios(Action<ZipArchive> fill) =>
        Assert.Throws<PackException>(() => ScenarioTexts.Of("pack", Zip(fill)))!.Message;

    private static string WhyNotScenarios(Func<ZipArchive, object> fill) => WhyNotScenarios(zip => { fill(zip); });

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) fill(zip);
        return bytes.ToArray();
    }
}
