using KmsiConformance.Suite.Recipes;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>Reads what scenarios refer to: requirements and recipes.</summary>
internal static class CatalogueReader
{
    private static readonly Dictionary<string, string> Levels = new(StringComparer.Ordinal)
    {
        ["MUST"] = "MUST", ["SHOULD"] = "SHOULD", ["MAY"] = "MAY",
    };

    public static IEnumerable<Requirement> Requirements(YamlFile file, IReadOnlyCollection<string> profiles)
    {
        var area = file.Root.Get("area").Text;
        var isDeclared = file.Root.Find("declared-by-owner")?.Truth() ?? false;
        foreach (var item in file.Root.Get("requirements").Items)
        {
            foreach (var named in item.Get("profiles").Items.Where(named => !profiles.Contains(named.Text)))
                throw named.Problem($"There is no profile '{named.Text}'. Known: {string.Join(", ", profiles)}.");

            yield return new Requirement(
                item.Get("id").Text,
                area,
                item.Get("level").OneOf(Levels),
                item.Get("text").Text,
                item.Get("document").Text,
                item.Get("section").Text,
                item.Texts("profiles"),
                item.Get("assessed-by").Text,
                item.Find("reason")?.Text)
            {
                IsDeclared = isDeclared,
                Like = item.Find("like") is null ? [] : item.Texts("like"),
            };
        }
    }

    public static Recipe Recipe(YamlFile file, string name)
    {
        List<SuiteProblem> wrong = [.. RecipeCheck.Problems(file)];
        if (wrong.Count > 0) throw new SuiteException(wrong);
        var cookies = file.Root.Find("extends") is null ? file.Root.Get("cookies") : file.Root.Find("cookies");
        var signs = file.Root.Entries.Where(entry => entry.Key != "cookies" && entry.Value.IsList);
        return new Recipe(name, Lists(signs), Lists(cookies?.Entries ?? []))
        {
            File = file.Name,
            Wire = file.Root.Find("wire") is { } wire ? Wire(wire) : null,
            ScriptFills = (file.Root.Find("script-fills")?.Entries ?? [])
                .ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal),
            Interrupts = [.. (file.Root.Find("interrupts")?.Entries ?? []).Select(entry => Interrupt(entry.Key, entry.Value))],
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(IEnumerable<KeyValuePair<string, YamlValue>> entries) =>
        entries.ToDictionary(
            entry => entry.Key, entry => (IReadOnlyList<string>)[.. entry.Value.Items.Select(item => item.Text)], StringComparer.Ordinal);

    private static Interrupt Interrupt(string name, YamlValue interrupt) => new(
        name,
        interrupt.Texts("page"),
        (interrupt.Find("answers")?.Entries ?? []).ToDictionary(
            answer => answer.Key, answer => (IReadOnlyList<string>)[.. answer.Value.Items.Select(item => item.Text)],
            StringComparer.Ordinal),
        interrupt.Texts("box"))
    {
        Field = interrupt.Texts("field"),
    };

    private static WireCalls Wire(YamlValue wire)
    {
        var credentials = wire.Get("credentials");
        return new WireCalls(
            wire.Get("settings").Text,
            new CredentialCall(
                credentials.Get("post").Text,
                Map(credentials, "headers"),
                Map(credentials, "fields"),
                Map(credentials, "accepted"),
                credentials.Get("message").Text),
            wire.Get("confirmed").Get("get").Text);
    }

    private static Dictionary<string, string> Map(YamlValue node, string key) =>
        node.Find(key)?.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal) ?? [];
}
