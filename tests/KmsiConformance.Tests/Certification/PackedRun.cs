using System.Security.Cryptography;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Cli.Packing;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Cli;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>
/// Two runs of a small profile by the real program, made once: one in which all is well, and one in which something failed.
/// </summary>
[SetUpFixture]
internal sealed class PackedRun
{
    private const string Profile = "nist-800-63b-3";
    private const string Fault = "keeps-the-handle-at-sign-in";

    private static string _folder = "";

    /// <summary>The run in which all is well.</summary>
    public static RunFolder Good { get; private set; } = null!;

    /// <summary>A run whose target keeps a planted cookie; its record says nothing of the fault.</summary>
    public static RunFolder Failed { get; private set; } = null!;

    public static string KeyFileName => Path.Combine(_folder, "vendor.key");

    public static ECDsa Key { get; private set; } = null!;

    /// <summary>The pack of <see cref="Good"/>, as the program wrote it.</summary>
    public static byte[] Pack { get; private set; } = [];

    public static string PackFile => Path.Combine(_folder, "good.pack.zip");

    public static IReadOnlyList<PackEntry> Entries => new PackReader("pack", Pack).Read();

    /// <summary>What the program said when it packed.</summary>
    public static string Said { get; private set; } = "";

    [OneTimeSetUp]
    public async Task Make()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-packs-").FullName;
        (Good, Failed) = (new RunFolder(Path.Combine(_folder, "good")), new RunFolder(Path.Combine(_folder, "failed")));
        var runs = await Task.WhenAll(
            Kmsi.RunAsync("run", "--profile", Profile, "--browser", "simulated", "--out", Good.Path),
            Kmsi.RunAsync("run", "--profile", Profile, "--browser", "simulated", "--fault", Fault, "--out", Failed.Path),
            Kmsi.RunAsync("keys", "new", "--out", KeyFileName));
        Assert.That(runs.Select(run => run.ExitCode), Is.EqualTo([0, 1, 0]), string.Join('\n', runs.Select(run => run.Error)));
        var wrong = Failed.ReadRun();
        Failed.WriteRun(wrong with { Fault = null, Plan = wrong.Plan! with { Arguments = Good.ReadRun().Plan!.Arguments } });
        Key = KeyFile.Private(KeyFileName, null);
        var (code, output, error) = await Kmsi.RunAsync("pack", Good.Path, "--key", KeyFileName, "--out", PackFile);
        Assert.That(code, Is.Zero, error);
        Said = output;
        Pack = await File.ReadAllBytesAsync(PackFile);
    }

    [OneTimeTearDown]
    public void Delete()
    {
        Key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A path of its own that is deleted with everything.</summary>
    public static string NewPath(string name = "")
    {
        var folder = Path.Combine(_folder, Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, name);
    }

    /// <summary>A copy of a run folder with another record.</summary>
    public static RunFolder With(RunFolder from, Func<RunRecord, RunRecord> change)
    {
        var folder = RunFolder.Create(NewPath("run"));
        folder.TakeOver(from);
        File.Copy(from.ScenariosFile, folder.ScenariosFile);
        folder.WriteRun(change(from.ReadRun()));
        return folder;
    }

    /// <summary>Packs a run without a process of its own.</summary>
    public static async Task<(byte[] Pack, Manifest Manifest)> PackAsync(RunFolder folder, string? target = null, bool accepts = false) =>
        await new PackingStep(folder, Key, target, accepts).PackAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None);

    /// <summary>Why a run is not packed.</summary>
    public static IReadOnlyList<string> WhyNotPacked(RunFolder folder, string? target = null) =>
        Assert.Throws<PackException>(() => PackAsync(folder, target).GetAwaiter().GetResult())!.Reasons;

    /// <summary>Verifies some bytes.</summary>
    public static async Task<VerifiedPack> VerifyAsync(byte[] pack, ECDsa? key = null, bool accepts = false)
    {
        var file = NewPath("some.pack.zip");
        await File.WriteAllBytesAsync(file, pack);
        return await VerifiedPack.OfAsync(file, key ?? Key, accepts, CancellationToken.None);
    }

    /// <summary>Why some bytes are refused.</summary>
    public static string WhyNot(byte[] pack, ECDsa? key = null, bool accepts = false) =>
        Assert.Throws<PackException>(() => VerifyAsync(pack, key, accepts).GetAwaiter().GetResult())!.Message;

    /// <summary>A pack of these files that somebody signed who may: whatever they claim.</summary>
    public static byte[] Signed(IEnumerable<PackEntry> files, Func<Manifest, Manifest>? change = null, ECDsa? key = null)
    {
        var held = files.Where(file => file.Name is not (PackFiles.Manifest or PackFiles.Signature)).ToList();
        var manifest = Manifest.Read("pack", Entries[0].Content) with { Files = [.. held.Select(HashedFile.Of)] };
        var bytes = (change?.Invoke(manifest) ?? manifest).ToBytes();
        return PackArchive.Write(
            [new PackEntry(PackFiles.Manifest, bytes), new(PackFiles.Signature, ManifestSignature.Sign(bytes, key ?? Key)), .. held]);
    }

    /// <summary>The files of the good pack with another content of one.</summary>
    public static IEnumerable<PackEntry> Changed(string name, Func<byte[], byte[]> change) =>
        Entries.Select(entry => entry.Name == name ? entry with { Content = change(entry.Content.ToArray()) } : entry);
}
