using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>Reads lists of steps. <c>repeat</c> is written out: what runs is a flat list.</summary>
internal static class StepReader
{
    /// <summary>The one verb that is no kind of step.</summary>
    public const string Repeat = "repeat";

    /// <summary>What may stand beside a verb.</summary>
    public const string Expect = "expect";

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
}
