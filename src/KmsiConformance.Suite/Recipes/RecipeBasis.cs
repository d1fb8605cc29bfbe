using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Recipes;

/// <summary>A recipe that says only what differs from another one (<c>extends: NAME</c>).</summary>
internal static class RecipeBasis
{
    /// <summary>The recipe with what it leaves to the one that it extends; itself where it extends none.</summary>
    /// <param name="file">Where it was read from.</param>
    /// <param name="known">The recipes of the scenarios folder.</param>
    /// <exception cref="SuiteException">There is no recipe of that name.</exception>
    public static Recipe Complete(YamlFile file, Recipe own, IReadOnlyDictionary<string, Recipe> known)
    {
        if (file.Root.Find("extends") is not { } extended) return own;
        if (!known.TryGetValue(extended.Text, out var basis))
            throw extended.Problem(
                $"There is no recipe '{extended.Text}'.{NearestName.Hint(extended.Text, known.Keys)} "
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
