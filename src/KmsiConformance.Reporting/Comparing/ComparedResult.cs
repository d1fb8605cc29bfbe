using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>What one of the runs says of a scenario. Whatever else a result may come to have is read here and nowhere else.</summary>
/// <param name="Verdict">Null where the run was interrupted before it came to the scenario.</param>
/// <param name="Check">The check that decided; null where all passed or no check judged.</param>
/// <param name="Step">The step that decided.</param>
/// <param name="Place">Where that step stands.</param>
public sealed record ComparedResult(
    Verdict? Verdict, string? Reason, string? Check, string? Step, string? Expected, string? Actual, string? Place)
{
    /// <summary>Planned, and not reached.</summary>
    public static ComparedResult NotReached { get; } = new(null, "The run was interrupted before it came to this scenario.", null, null,
        null, null, null);

    /// <summary>The result of a scenario.</summary>
    public static ComparedResult Of(ScenarioRecord scenario)
    {
        var deciding = scenario.Deciding();
        return new(scenario.Verdict, scenario.Reason, deciding?.Check, deciding?.Text, deciding?.Expected, deciding?.Actual,
            scenario.Place());
    }

    /// <summary>The verdict as it is written; <c>no result</c> where there is none.</summary>
    public string VerdictText() => Verdict?.Text() ?? "no result";
}
