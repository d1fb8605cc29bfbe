using KmsiConformance.Ledger;

namespace KmsiConformance.Cli;

/// <summary>A folder into which a run is written that was made of others.</summary>
internal static class NewFolder
{
    /// <summary>Refuses one inside a run.</summary>
    /// <exception cref="UserErrorException">It lies in one of them.</exception>
    public static void DemandOutside(string path, IEnumerable<RunFolder> runs)
    {
        var full = Path.GetFullPath(path);
        if (runs.FirstOrDefault(run => full.StartsWith(run.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)) is { } around)
            throw new UserErrorException($"{full} lies in {around.Path}, which is one of the parts. Name another folder with --out.");
    }

    /// <summary>Refuses one that holds something already.</summary>
    /// <exception cref="UserErrorException">It does.</exception>
    public static void Demand(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new UserErrorException($"{Path.GetFullPath(path)} holds something already. Name another folder with --out.");
    }
}
