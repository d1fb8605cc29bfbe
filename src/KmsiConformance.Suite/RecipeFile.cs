using KmsiConformance.Suite.Recipes;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>A recipe of somebody's own, beside their target file.</summary>
public static class RecipeFile
{
    /// <summary>Reads it. With <c>extends: NAME</c> it says only what differs from a recipe that is known.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">How messages call it.</param>
    /// <param name="suite">The scenarios folder, whose recipes it may extend.</param>
    /// <exception cref="SuiteException">It is wrong.</exception>
    public static Recipe Read(string path, string name, ScenarioSuite suite)
    {
        var file = YamlFile.Read(path, name);
        var own = CatalogueReader.Recipe(file, Path.GetFileNameWithoutExtension(path)) with { Words = suite.Words };
        return RecipeBasis.Complete(file, own, suite.Recipes);
    }
}
