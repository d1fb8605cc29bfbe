namespace KmsiConformance.Cli;

/// <summary>A folder into which a run is written that was made of others.</summary>
internal static class NewFolder
{
    /// <summary>Refuses one that holds something already.</summary>
    /// <exception cref="UserErrorException">It does.</exception>
    public static void Demand(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw new UserErrorException($"{Path.GetFullPath(path)} holds something already. Name another folder with --out.");
    }
}
