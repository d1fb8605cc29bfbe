using System.Security.Cryptography;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Reporting.RunPage;

namespace KmsiConformance.Cli.Packing;

/// <summary>A pack that is what it claims to be: signed with the key, unchanged, and borne out by its own events.</summary>
/// <param name="Entries">Its files.</param>
/// <param name="Run">The record of the run.</param>
/// <param name="Notes">What a reader has to know besides.</param>
internal sealed record VerifiedPack(Manifest Manifest, IReadOnlyList<PackEntry> Entries, RunRecord Run, IReadOnlyList<string> Notes)
{
    /// <summary>Verifies a pack; asks nobody and reaches no network.</summary>
    /// <param name="key">The public key.</param>
    /// <param name="accepts">Whether scenarios other than those that the program ships are accepted.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="PackException">It is refused; all reasons are listed.</exception>
    public static async Task<VerifiedPack> OfAsync(string file, ECDsa key, bool accepts, CancellationToken cancellation)
    {
        var entries = PackArchive.Open(file);
        var manifest = Signed(file, entries, key);
        using var scratch = new ScratchRun();
        foreach (var entry in entries.Skip(2).Where(entry => entry.Name != PackFiles.Report)) scratch.Add(entry.Name, entry.Content);
        ShownRun shown;
        try
        {
            shown = ShownRun.Of(scratch.Folder, file, accepts);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or Suite.SuiteException)
        {
            throw Refused(file, [wrong.Message]);
        }

        var isOwn = manifest.Tool.Build == ProgramBuild.Hash;
        List<string> reasons = [.. shown.Reasons];
        List<string> notes = [];
        if (!manifest.Texts.SequenceEqual(shown.Texts))
            reasons.Add($"{PackFiles.Manifest} lists other scenarios than {PackFiles.Scenarios} holds.");
        if (!IsSaid(manifest.Statement, shown.Run))
            reasons.Add($"{PackFiles.Manifest} states something else than {PackFiles.Run} comes to.");
        reasons.AddRange(WhyNotFiles(entries, shown.Run.Plan, scratch.Folder));
        if (shown.Others.Count > 0)
            notes.Add($"Accepted: {shown.Others.Count} of the scenarios' texts are others than this program ships: "
                + $"{ShownRun.Some(shown.Others)}.");
        if (!isOwn)
            notes.Add($"Packed by another build of the program, {manifest.Tool.Name} {manifest.Tool.Version} ({manifest.Tool.Build}), and "
                + $"judged by this one ({ProgramBuild.Hash}).");

        // Another build may say the same in other words; what it says is then only its word.
        if (isOwn) reasons.AddRange(shown.Words);
        else if (shown.Words.Count > 0) notes.Add($"Its verdicts are borne out, its wording is not: {shown.Words.Count} texts differ. "
            + shown.Words[0]);
        if (reasons.Count > 0) throw Refused(file, reasons);
        if (!await IsReportAsync(scratch, entries, cancellation))
        {
            const string unlike = PackFiles.Report + " is not the report that this program writes of the run";
            if (isOwn) throw Refused(file, [$"{unlike}: it may say anything."]);
            notes.Add($"{unlike}, and may say anything: read the one that --out writes.");
        }

        notes.AddRange(shown.Run.Notes);
        return new VerifiedPack(manifest, entries, shown.Run, notes);
    }

    /// <summary>Lays it out as a run folder, with a report that this program writes.</summary>
    public async Task WriteAsync(string into, CancellationToken cancellation)
    {
        var folder = RunFolder.Create(into);
        foreach (var entry in Entries)
        {
            await using var file = File.Create(Path.Combine(folder.Path, entry.Name));
            await file.WriteAsync(entry.Content, cancellation);
        }

        await new HtmlReporter().WriteAsync(folder, cancellation);
    }

    // Before the signature holds, nothing but bytes is looked at.
    internal static Manifest Signed(string file, IReadOnlyList<PackEntry> entries, ECDsa key)
    {
        var (bytes, signature) = (entries[0].Content.ToArray(), entries[1].Content.ToArray());
        if (ManifestSignature.WhyNot(signature, bytes, key) is { } why)
            throw new PackException($"{file} is refused: {why}. Ask whoever packed it for their public key, by a way that you trust.");
        var manifest = Manifest.Read(file, bytes);
        List<string> reasons = [];
        if (manifest.Key != KeyFingerprint.Text(key)) reasons.Add($"{PackFiles.Manifest} names another key than the one that signed it.");
        var held = entries.Skip(2).Select(HashedFile.Of).ToList();
        foreach (var name in held.Concat(manifest.Files).Select(one => one.Name).Distinct(StringComparer.Ordinal))
            if (held.Find(one => one.Name == name) != manifest.Files.FirstOrDefault(one => one.Name == name))
                reasons.Add($"{name} is not the file that was signed: it was changed, added or taken out.");
        if (reasons.Count == 0 && !held.SequenceEqual(manifest.Files)) reasons.Add("Its files are in another order than was signed.");
        return reasons.Count == 0 ? manifest : throw Refused(file, reasons);
    }

    // A file to which nothing refers could say anything.
    private static IEnumerable<string> WhyNotFiles(IReadOnlyList<PackEntry> entries, PlanRecord? plan, RunFolder run)
    {
        if (WhyNotText(entries, PackFiles.Target, "target file", plan?.TargetFile) is { } target) yield return target;
        if (WhyNotText(entries, PackFiles.Recipe, "recipe of its own", plan?.RecipeFile) is { } recipe) yield return recipe;
        var named = run.ReadEvents().OfType<ScreenshotTaken>().Select(shot => shot.File).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (entry.Name.StartsWith(PackFiles.Pictures, StringComparison.Ordinal) && !named.Contains(entry.Name))
                yield return $"{entry.Name} is a picture that no event names.";
    }

    // Where something was taken out, the run's own hash of the file cannot be compared.
    private static string? WhyNotText(IReadOnlyList<PackEntry> entries, string name, string called, string? hash) =>
        (entries.FirstOrDefault(entry => entry.Name == name), hash) switch
        {
            (null, null) => null,
            (null, _) => $"The run had a {called}, and the pack holds no {name}.",
            (_, null) => $"The run had no {called}, and the pack holds a {name}.",
            ({ } file, _) => file.Content.Span.IndexOf(TargetText.Mark) < 0 && HashedFile.Of(file).Sha256 != hash
                ? $"{name} is not the {called} of the run." : null,
        };

    private static bool IsSaid(Statement said, RunRecord run) => Text(said) == Text(Statements.Of(run));

    private static string Text(Statement statement) => System.Text.Json.JsonSerializer.Serialize(statement, RunFolder.Json);

    private static async Task<bool> IsReportAsync(ScratchRun scratch, IReadOnlyList<PackEntry> entries, CancellationToken cancellation)
    {
        await new HtmlReporter().WriteAsync(scratch.Folder, cancellation);
        var written = await File.ReadAllBytesAsync(scratch.Folder.ReportFile, cancellation);

        // Another runtime may compress the same to other bytes.
        return PageContent.IsSame(entries.Single(entry => entry.Name == PackFiles.Report).Content.ToArray(), written);
    }

    private static PackException Refused(string file, IReadOnlyList<string> reasons) => new($"{file} is refused", reasons);
}
