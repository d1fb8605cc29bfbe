using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Names of a target's cookies that its file gives itself, for a recipe that knows the pages and not the names.</summary>
internal static class DeclaredCookies
{
    /// <summary>The recipe with these names; a role that the file does not speak of keeps the recipe's.</summary>
    /// <param name="cookies">The key <c>cookies</c> of the file, by role; null where there is none.</param>
    /// <exception cref="SuiteException">A name stands under two roles.</exception>
    public static Recipe Over(Recipe recipe, YamlValue? cookies)
    {
        if (cookies is null) return recipe;
        var declared = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (role, names) in cookies.Entries)
        {
            if (names.Items.FirstOrDefault(name => declared.Values.Any(others => others.Contains(name.Text))) is { } twice)
                throw twice.Problem($"The cookie {twice.Text} stands under two roles, and it would count as the first. Leave one out.");
            declared[role] = [.. names.Items.Select(name => name.Text)];
        }

        // What the file says goes before what the recipe says of the same name.
        foreach (var (role, names) in recipe.Cookies) declared.TryAdd(role, names);
        return recipe with { Cookies = declared };
    }
}
