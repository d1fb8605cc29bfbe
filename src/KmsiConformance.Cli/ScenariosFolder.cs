namespace KmsiConformance.Cli;

/// <summary>
/// Finds the scenarios folder: the one named, else one in or above the working folder, else the one that travels with
/// the tool.
/// </summary>
internal static class ScenariosFolder
{
    private const string Name = "scenarios";

    /// <summary>The one that travels with the tool.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, Name);

    public static string Find(string? named)
    {
        if (named is not null) return named;
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, Name);
            if (File.Exists(Path.Combine(candidate, "profiles.yaml"))) return candidate;
        }

        return Shipped;
    }
}
