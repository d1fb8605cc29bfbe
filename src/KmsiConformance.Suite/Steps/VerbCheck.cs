using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>
/// Looks for the verb of each step before the schema is asked, which without one could only say that nothing fits.
/// </summary>
internal static class VerbCheck
{
    private static readonly IReadOnlyList<string> Verbs = [.. StepKind.All.Keys, StepReader.Repeat];

    /// <summary>Steps that have no known verb, or more than one.</summary>
    /// <param name="list">What stands behind <c>steps</c>, whatever that is.</param>
    public static IEnumerable<SuiteProblem> Problems(YamlValue? list)
    {
        if (list is not { IsList: true }) return [];
        return list.Items.SelectMany(item => item.IsMap ? OfMap(item) : item.Problem(NoMap(item)).Problems);
    }

    private static IEnumerable<SuiteProblem> OfMap(YamlValue item)
    {
        var keys = item.Entries.Where(entry => entry.Key != StepReader.Expect).ToList();
        var known = keys.Where(entry => Verbs.Contains(entry.Key)).ToList();
        if (keys.Count == 0) return item.Problem($"Expected a verb here. {Listed}").Problems;
        if (known.Count == 0) return keys.SelectMany(key => item.KeyProblem(key.Key, NoVerb(key.Key)).Problems);
        if (known.Count > 1) return item.KeyProblem(
            known[1].Key,
            $"A step has one verb, and here are {string.Join(" and ", known.Select(entry => entry.Key))}. Begin a step of its own for "
            + "each: '- ' before the verb.").Problems;

        var verb = known[0];
        var others = keys.Where(entry => entry.Key != verb.Key)
            .SelectMany(key => item.KeyProblem(key.Key, Beside(verb.Key, key.Key)).Problems);
        return verb is { Key: StepReader.Repeat, Value.IsMap: true }
            ? [.. others, .. Problems(verb.Value.Find("steps"))]
            : others;
    }

    private static string Listed => $"Known steps: {string.Join(", ", Verbs)}.";

    private static string NoMap(YamlValue item) => item.IsList
        ? $"Expected a step, found a list. {Listed}"
        : $"Expected a step, found '{item.Text}' alone: a step is a verb with a value, such as 'open: groceries'. {Listed}";

    private static string NoVerb(string key) => $"'{key}' is not a step.{NearestName.Hint(key, Verbs)} {Listed}";

    private static string Beside(string verb, string key) =>
        NearestName.Of(key, [StepReader.Expect]) is { } meant ? $"'{key}' cannot stand beside {verb}. Did you mean {meant}?"
        : NearestName.Of(key, Verbs) is { } other ? $"'{key}' cannot stand beside {verb}. Did you mean {other}? It is a step of its own: "
            + "write '- ' before it."
        : $"'{key}' cannot stand beside {verb}, only '{StepReader.Expect}' can. What belongs to {verb} is indented below it.";
}
