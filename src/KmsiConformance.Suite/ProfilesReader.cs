using KmsiConformance.Policies;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>Reads the profiles, and holds their readings against the conflicts that there are.</summary>
internal static class ProfilesReader
{
    private static readonly Dictionary<string, LoginProduct> Products = new(StringComparer.Ordinal)
    {
        ["b2c"] = LoginProduct.B2c,
        ["azure-ad"] = LoginProduct.AzureAd,
        ["openid-connect"] = LoginProduct.OpenIdConnect,
        ["saml"] = LoginProduct.Saml,
        ["web"] = LoginProduct.Web,
    };

    /// <summary>The profiles of a file.</summary>
    /// <param name="conflicts">The conflicts; null where the folder has none, and then readings are taken as they are.</param>
    /// <exception cref="SuiteException">A reading names a conflict or a side that there is not.</exception>
    public static IReadOnlyList<Profile> Read(YamlFile profiles, YamlFile? conflicts)
    {
        var sides = conflicts is null ? null : Sides(conflicts);
        return [.. profiles.Root.Get("profiles").Items.Select(profile => Read(profile, sides))];
    }

    private static Profile Read(YamlValue profile, Dictionary<string, HashSet<string>>? sides)
    {
        var id = profile.Get("id").Text;
        var readings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (conflict, side) in profile.Find("readings")?.Entries ?? [])
        {
            if (sides is not null && !sides.ContainsKey(conflict))
                throw side.Problem($"There is no conflict '{conflict}'. Known: {string.Join(", ", sides.Keys)}.");
            if (sides is not null && sides[conflict].Count == 0)
                throw side.Problem($"{conflict} decides nothing (conflicts.yaml), so no profile takes a side in it. Leave it out.");
            if (sides is not null && !sides[conflict].Contains(side.Text))
                throw side.Problem($"{conflict} has no side '{side.Text}'. Its sides: {string.Join(", ", sides[conflict])}.");
            readings[conflict] = side.Text;
        }

        return new Profile(
            id,
            profile.Get("title").Text,
            profile.Find("default")?.Truth() ?? false,
            new Readings(id, profile.Get("product").OneOf(Products), readings),
            profile.Find("recipe")?.Text ?? "b2c");
    }

    // A conflict that decides nothing has sides for readers, and none to take.
    private static Dictionary<string, HashSet<string>> Sides(YamlFile conflicts) => conflicts.Root.Get("conflicts").Items.ToDictionary(
        conflict => conflict.Get("id").Text,
        conflict => conflict.Get("sides").Items.Select(side => side.Get("reading").Text)
            .Where(_ => conflict.Find("decides")?.Text is not "nothing").ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);
}
