using KmsiConformance.Suite;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Cli;

/// <summary>Finds the recipe that the command line names.</summary>
internal static class RecipeChoice
{
    /// <summary>A recipe by its name, or one of the user's own by its file.</summary>
    /// <exception cref="UserErrorException">There is neither.</exception>
    /// <exception cref="SuiteException">The file is wrong.</exception>
    public static Recipe Of(string named, ScenarioSuite suite)
    {
        if (suite.Recipes.TryGetValue(named, out var known)) return known;
        return File.Exists(named)
            ? RecipeFile.Read(Path.GetFullPath(named), named, suite)
            : throw new UserErrorException(
                $"There is no recipe '{named}'.{NearestName.Hint(named, suite.Recipes.Keys)} Expected one of "
                + $"{string.Join(", ", suite.Recipes.Keys)}, or a file (docs/recipes.md).");
    }
}
