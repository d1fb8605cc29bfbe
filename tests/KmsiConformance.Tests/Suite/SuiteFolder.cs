namespace KmsiConformance.Tests.Suite;

/// <summary>A scenarios folder with all that scenarios need and no scenario yet.</summary>
internal static class SuiteFolder
{
    /// <summary>Makes one.</summary>
    /// <param name="area">The folder of the catalogue that scenarios are to be put into.</param>
    public static string New(string area)
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-suite-").FullName;
        foreach (var file in new[] { "profiles.yaml", "scenario.schema.json", "users.yaml" })
            File.Copy(Path.Combine(Repository.Scenarios, file), Path.Combine(folder, file));
        foreach (var below in new[] { "requirements", "recipes", "policies" })
        {
            Directory.CreateDirectory(Path.Combine(folder, below));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, below)))
                File.Copy(file, Path.Combine(folder, below, Path.GetFileName(file)));
        }

        Directory.CreateDirectory(Path.Combine(folder, "catalogue", area));
        return folder;
    }
}
