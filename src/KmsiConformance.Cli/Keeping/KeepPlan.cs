using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Comparing;
using KmsiConformance.Reporting.Trends;

namespace KmsiConformance.Cli.Keeping;

/// <summary>What is removed so that the newest runs of each kind are left, and what is left though it is older.</summary>
/// <param name="Kept">How many runs stay.</param>
/// <param name="Removed">The oldest first.</param>
/// <param name="Left">What would go by its age and stays all the same, with the reason.</param>
internal sealed record KeepPlan(int Kept, IReadOnlyList<KeptFolder> Removed, IReadOnlyList<(string Name, string Why)> Left)
{
    /// <summary>The plan for a folder.</summary>
    /// <param name="newest">How many of each kind are kept at least.</param>
    /// <exception cref="UserErrorException">The folder is a run itself.</exception>
    public static KeepPlan Of(RunShelf shelf, int newest)
    {
        if (shelf.Runs.Any(run => run.Name == "."))
            throw new UserErrorException(
                $"{shelf.Folder} is a run folder itself. Expected the one in which run folders lie: name "
                + $"{Path.GetDirectoryName(shelf.Folder)}.");
        var folders = shelf.Runs.GroupBy(run => run.Name.Split(Path.DirectorySeparatorChar)[0], StringComparer.Ordinal)
            .Select(runs => new KeptFolder(Path.Combine(shelf.Folder, runs.Key), runs.Key, [.. runs])).ToList();
        var ours = folders.Where(IsOurs).ToList();
        var kept = ours.SelectMany(folder => folder.Runs).GroupBy(KindOf).SelectMany(runs => Spared(runs, newest))
            .Select(run => run.Folder.Path).ToHashSet(StringComparer.Ordinal);
        var old = ours.Where(folder => !folder.Runs.Any(run => kept.Contains(run.Folder.Path)))
            .Select(folder => (folder, Why: folder.WhyNot())).ToList();
        List<KeptFolder> removed = [.. old.Where(one => one.Why is null).Select(one => one.folder)];
        return new(
            shelf.Runs.Count - removed.Sum(folder => folder.Runs.Count), removed,
            [
                .. old.Where(one => one.Why is not null).Select(one => (one.folder.Name, one.Why!)),
                .. folders.Except(ours).Select(folder => (folder.Name,
                    $"its {folder.Runs.Count} runs lie deeper, or are still being made. To tidy it, name {folder.Path}")),
                .. shelf.Unread.Select(unread => (unread.Name, unread.Reason)),
            ]);
    }

    // Each night has a queue of its own, and the shares of all nights grow old together.
    private static RunKind KindOf(KeptRun run) => run.IsShare ? run.Kind with { Part = "shares of queues" } : run.Kind;

    // A run that lies here, or those of several browsers that are done.
    private static bool IsOurs(KeptFolder folder) =>
        folder.Runs.All(run => run.Folder.Path == folder.Path)
        || (File.Exists(new RunFolder(folder.Path).AgreementFile)
            && folder.Runs.All(run => Path.GetDirectoryName(run.Folder.Path) == folder.Path));

    // One that was interrupted takes nobody's place: it stays as long as no newer result pushes it out.
    private static IEnumerable<KeptRun> Spared(IEnumerable<KeptRun> runs, int newest)
    {
        var ordered = runs.OrderByDescending(run => run.StartedUtc).ThenByDescending(run => run.Name, StringComparer.Ordinal).ToList();
        var results = ordered.Where(run => run.IsResult).Take(newest).ToList();
        var kept = results.Count == 0 ? ordered.Take(newest)
            : results.Count < newest ? ordered
            : ordered.Where(run => results.Contains(run) || (!run.IsResult && run.StartedUtc >= results[^1].StartedUtc));
        return ordered.FirstOrDefault(IsConformant) is { } conformant ? kept.Append(conformant) : kept;
    }

    // Not one that is conformant so far, with scenarios that wait.
    private static bool IsConformant(KeptRun run) => run.IsResult && run.Outcome.Word is "Conformant" or "As known";
}
