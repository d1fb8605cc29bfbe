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
        if (file.Root.Find("extends") is not { } extended) return own;
        var known = suite.Recipes;
        if (!known.TryGetValue(extended.Text, out var basis))
            throw extended.Problem(
                $"There is no recipe '{extended.Text}'.{Names.NearestName.Hint(extended.Text, known.Keys)} "
                + $"Known: {string.Join(", ", known.Keys)}.");
        return own with
        {
            Signs = Over(basis.Signs, own.Signs),
            Cookies = Over(basis.Cookies, own.Cookies),
            Wire = own.Wire ?? basis.Wire,
            ScriptFills = own.ScriptFills.Count > 0 ? own.ScriptFills : basis.ScriptFills,
            Interrupts = [.. own.Interrupts, .. basis.Interrupts.Where(one => own.Interrupts.All(other => other.Name != one.Name))],
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Over(
        IReadOnlyDictionary<string, IReadOnlyList<string>> basis, IReadOnlyDictionary<string, IReadOnlyList<string>> own) =>
        basis.Where(entry => !own.ContainsKey(entry.Key)).Concat(own).ToDictionary(StringComparer.Ordinal);
}
