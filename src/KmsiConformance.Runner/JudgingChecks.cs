using KmsiConformance.Runner.Steps;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>Which checks judge a scenario, without running it.</summary>
public static class JudgingChecks
{
    /// <summary>The names of the checks, each once, in the order of the steps.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="profile">The profile that judges: expectations may differ.</param>
    public static IReadOnlyList<string> Of(Scenario scenario, string profile) =>
    [
        .. scenario.Steps.SelectMany(step => StepPerformer.All[step.GetType()].Checks(JudgedWorld.Unknown, step, profile))
            .Select(check => check.Name).Distinct(StringComparer.Ordinal),
    ];
}
