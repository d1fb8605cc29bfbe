using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Reporting.CodeQuality;
using KmsiConformance.Reporting.Trends;

namespace KmsiConformance.Cli.Keeping;

/// <summary>What is removed at once or not at all: the folder of a run, or one with the runs of several browsers.</summary>
/// <param name="Name">Below the folder that is tidied.</param>
/// <param name="Runs">The runs in it.</param>
internal sealed record KeptFolder(string Path, string Name, IReadOnlyList<KeptRun> Runs)
{
    // What a run and its reports are called. A folder that holds anything else is somebody's own, too.
    private static readonly HashSet<string> Written = NamesOf(new RunFolder("."));

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    /// <summary>Why it must stay, whatever else is said; null where it may go.</summary>
    public string? WhyNot()
    {
        var folder = new DirectoryInfo(Path);
        if (!folder.Exists) return "it is gone already";
        if (folder.LinkTarget is not null) return "it is a link, and what it leads to is kept elsewhere";
        if (Runs.Any(run => run.Folder.IsBeingWritten())) return "it is still being written";
        if (Runs.FirstOrDefault(run => new FileInfo(run.Folder.RunFile) is not { Exists: true, LinkTarget: null }) is { } moved)
            return $"{moved.Folder.RunFile} is no file of its own";
        var own = Runs.Select(run => run.Folder.Path).Append(Path).Distinct(StringComparer.Ordinal).ToList();
        var other = own.SelectMany(place => Directory.EnumerateFileSystemEntries(place)).FirstOrDefault(entry => !IsWritten(entry, own));
        return other is null ? null : $"it also holds {NameOf(other)}, which no run writes";
    }

    /// <summary>How many bytes its files have; what links lead to is not counted.</summary>
    public long Size() => new DirectoryInfo(Path).EnumerateFiles("*", Everything).Sum(file => file.Length);

    /// <summary>Removes it. Of a link inside the link is removed, and nothing of what it leads to.</summary>
    public void Remove() => Directory.Delete(Path, recursive: true);

    private static bool IsWritten(string entry, List<string> runs) =>
        !Directory.Exists(entry) ? Written.Contains(System.IO.Path.GetFileName(entry))
        : runs.Contains(entry)
            || (System.IO.Path.GetFileName(entry) == Evidence && Directory.EnumerateFileSystemEntries(entry).All(IsEvidence));

    private static string NameOf(string entry)
    {
        var name = System.IO.Path.GetFileName(entry);
        return name != Evidence || !Directory.Exists(entry) ? name
            : $"{name}/{System.IO.Path.GetFileName(Directory.EnumerateFileSystemEntries(entry).First(one => !IsEvidence(one)))}";
    }

    // Pictures, and what a product has said.
    private static bool IsEvidence(string entry) =>
        File.Exists(entry) && System.IO.Path.GetExtension(entry) is ".jpg" or ".png" or ".log";

    private static string Evidence => System.IO.Path.GetFileName(new RunFolder(".").EvidenceFolder);

    private static HashSet<string> NamesOf(RunFolder folder)
    {
        string[] files =
        [
            folder.RunFile, folder.EventsFile, folder.ResultsFile, folder.ScenariosFile, folder.LockFile, folder.AgreementFile,
            folder.AgreementReportFile,
            .. Reporters.All.Select(reporter => reporter.FileIn(folder)), new CodeQualityReporter().FileIn(folder),
        ];
        return [.. files.Select(file => System.IO.Path.GetFileName(file)).SelectMany(name => new[] { name, name + ".part" })];
    }
}
