using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Exploring;

/// <summary>A journey that was found, from its file.</summary>
public static class Replay
{
    /// <summary>Reads it as it is played under the profile of the run.</summary>
    /// <exception cref="SuiteException">The file is no scenario, or none of this profile.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Scenario Read(RunOptions run, string file)
    {
        var reader = new ScenarioReader(SchemaCheck.Read(Path.Combine(run.Suite.Folder, "scenario.schema.json")), [run.Profile]);
        var scenario = reader.Read(Path.GetFileNameWithoutExtension(file), YamlFile.Read(file, file));
        var unknown = scenario.Requirements.FirstOrDefault(id => !run.Suite.Requirements.ContainsKey(id));
        if (unknown is not null) throw new SuiteException(new SuiteProblem(file, 1, 1, $"There is no requirement {unknown}."));
        return scenario.Profiles.Contains(run.Profile)
            ? scenario.Under(run.Suite.Profiles.First(profile => profile.Id == run.Profile))
            : throw new SuiteException(new SuiteProblem(
                file, 1, 1, $"It was found under {string.Join(", ", scenario.Profiles)} and is judged by {run.Profile}: say --profile."));
    }
}
