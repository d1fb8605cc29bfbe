using System.Security.Cryptography;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;

namespace KmsiConformance.Cli.Packing;

/// <summary>Makes a pack of a run, or says why there is none.</summary>
/// <param name="Key">The private key.</param>
/// <param name="Target">Where the target file is now; null where the run found it.</param>
/// <param name="Accepts">Whether scenarios other than those that the program ships are accepted.</param>
internal sealed record PackingStep(RunFolder Folder, ECDsa Key, string? Target, bool Accepts)
{
    /// <summary>Packs.</summary>
    /// <param name="now">When, UTC.</param>
    /// <returns>The bytes of the pack, and what it says.</returns>
    /// <exception cref="PackException">The run may not be packed; all reasons are listed.</exception>
    public async Task<(byte[] Pack, Manifest Manifest)> PackAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        DemandFiles();
        using var scratch = new ScratchRun();
        foreach (var file in (string[])[Folder.RunFile, Folder.EventsFile, Folder.ScenariosFile])
            scratch.Add(Path.GetFileName(file), File.ReadAllBytes(file));
        var shown = ShownRun.Of(scratch.Folder, Folder.Path, Accepts);
        var target = TargetTexts.Of(shown.Run, Target, scratch.Folder);
        List<string> reasons = [.. shown.Reasons, .. target.Reasons, .. shown.Words];
        if (Folder.IsBeingWritten()) reasons.Add("The run is still going on. Let it end first.");
        if (reasons.Count > 0) throw Refused(reasons);

        foreach (var picture in Pictures(scratch.Folder))
            scratch.Add(picture, File.ReadAllBytes(Path.Combine(Folder.Path, picture)));
        foreach (var text in target.Entries) scratch.Add(text.Name, text.Content);
        await new HtmlReporter().WriteAsync(scratch.Folder, cancellation);
        scratch.Take(PackFiles.Report);

        var entries = scratch.Entries.OrderBy(entry => entry.Name, Comparer<string>.Create(PackFiles.Compare)).ToList();
        if (entries.Sum(entry => (long)entry.Content.Length) > PackFiles.Largest / 2)
            throw Refused([$"It is larger than {PackFiles.Largest >> 21} MiB."]);
        if (TargetTexts.Leaks(entries).ToList() is { Count: > 0 } leaks) throw Refused(leaks);
        var manifest = new Manifest(
            Manifest.CurrentFormat, now, new PackingTool(ToolRecord.Current.Name, ToolRecord.Current.Version, ProgramBuild.Hash),
            KeyFingerprint.Text(Key), Statements.Of(shown.Run), [.. entries.Select(HashedFile.Of)], shown.Texts);
        var bytes = manifest.ToBytes();
        var signature = ManifestSignature.Sign(bytes, Key);
        return (PackArchive.Write([new(PackFiles.Manifest, bytes), new(PackFiles.Signature, signature), .. entries]), manifest);
    }

    private void DemandFiles()
    {
        if (File.Exists(Folder.AgreementFile))
            throw Refused(["It holds runs of several browsers. Name the folder of one of them; each has a pack of its own."]);
        if (!File.Exists(Folder.RunFile) || OrdinaryFile.Length(Folder.RunFile) == 0) Folder.ReadRun();
        List<string> missing =
        [
            .. new[] { Folder.EventsFile, Folder.ScenariosFile }.Where(file => !File.Exists(file) || OrdinaryFile.Length(file) == 0)
                .Select(file => $"There is no {Path.GetFileName(file)}, or nothing in it: nobody can see what the record rests on. Run "
                    + "again."),
        ];
        if (missing.Count > 0) throw Refused(missing);
    }

    // Only what an event names, and only by a name that leads nowhere else.
    private IEnumerable<string> Pictures(RunFolder run) => run.ReadEvents().OfType<ScreenshotTaken>().Select(shot => shot.File)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(name => name.StartsWith(PackFiles.Pictures, StringComparison.Ordinal) && PackFiles.May(name)
            && Path.Combine(Folder.Path, name) is var file && File.Exists(file) && OrdinaryFile.Length(file) > 0);

    private PackException Refused(IReadOnlyList<string> reasons) => new($"{Folder.Path} cannot be packed", reasons);
}
