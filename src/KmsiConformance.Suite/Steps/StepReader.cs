using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>Reads lists of steps. <c>repeat</c> is written out: what runs is a flat list.</summary>
internal static class StepReader
{
    // The one verb that is no kind of step.
    private const string Repeat = "repeat";

    private const string Expect = "expect";

    /// <summary>Reads a list of steps.</summary>
    /// <exception cref="SuiteException">A step cannot be understood.</exception>
    public static IEnumerable<Step> Read(YamlValue list)
    {
        foreach (var item in list.Items)
        {
            var (verb, value) = item.Entries.First(entry => entry.Key != Expect);
            if (verb == Repeat)
            {
                var body = Read(value.Get("steps")).ToList();
                for (var time = value.Get("times").Number(); time > 0; time--)
                {
                    foreach (var step in body) yield return step;
                }

                continue;
            }

            yield return StepKind.All[verb].Read(new StepSource(value, item.Find(Expect)));
        }
    }

    /// <summary>Steps of no known verb. They are looked for before the schema is asked, which could only say that nothing fits.</summary>
    /// <param name="list">What stands behind <c>steps</c>, whatever that is.</param>
    public static IEnumerable<SuiteProblem> UnknownVerbs(YamlValue? list)
    {
        if (list is not { IsList: true }) yield break;
        foreach (var item in list.Items.Where(item => item.IsMap))
        {
            foreach (var (verb, value) in item.Entries.Where(entry => entry.Key != Expect && !StepKind.All.ContainsKey(entry.Key)))
            {
                var problems = (verb, value.IsMap) switch
                {
                    (Repeat, true) => UnknownVerbs(value.Find("steps")),
                    (Repeat, false) => [],
                    _ => item.Problem(NoStep(verb)).Problems,
                };
                foreach (var problem in problems) yield return problem;
            }
        }
    }

    private static string NoStep(string verb)
    {
        string[] known = [.. StepKind.All.Keys, Repeat];
        return $"'{verb}' is not a step.{NearestName.Hint(verb, known)} Known steps: {string.Join(", ", known)}.";
    }
}
