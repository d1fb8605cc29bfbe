using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Trends;

/// <summary>A folder below which run folders are kept.</summary>
/// <param name="Folder">Its path, in full.</param>
/// <param name="Runs">In time order.</param>
/// <param name="Unread">What has a <c>run.json</c> that cannot be read as one.</param>
public sealed record RunShelf(string Folder, IReadOnlyList<KeptRun> Runs, IReadOnlyList<UnreadRun> Unread)
{
    // A run on several browsers has its folders one deeper, and a night of several profiles another one.
    private const int Deepest = 4;

    /// <summary>Looks through a folder. Links are not followed: what they lead to is kept elsewhere.</summary>
    public static RunShelf Of(string folder)
    {
        var full = Path.GetFullPath(folder);
        var (runs, unread) = (new List<KeptRun>(), new List<UnreadRun>());
        Look(new DirectoryInfo(full), 0);
        return new(
            full, [.. runs.OrderBy(run => run.StartedUtc).ThenBy(run => run.Name, StringComparer.Ordinal)],
            [.. unread.OrderBy(one => one.Name, StringComparer.Ordinal)]);

        void Look(DirectoryInfo place, int depth)
        {
            var name = depth == 0 ? "." : Path.GetRelativePath(full, place.FullName);
            try
            {
                if (File.Exists(new RunFolder(place.FullName).RunFile)) Read(new RunFolder(place.FullName), name);
                else if (depth < Deepest)
                    foreach (var below in place.EnumerateDirectories().Where(below => below.LinkTarget is null)) Look(below, depth + 1);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                unread.Add(new(name, Trouble.Said(unreadable)));
            }
        }

        void Read(RunFolder run, string name) => runs.Add(KeptRun.Of(run, name, run.ReadRun()));
    }
}

/// <summary>A folder that should hold a run, and why none can be read there.</summary>
public sealed record UnreadRun(string Name, string Reason);
