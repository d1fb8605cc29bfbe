using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>Shows nothing: for runs inside a larger job that tells its own progress.</summary>
public sealed class NoProgress : IRunProgress
{
    public void Started(Scenario scenario)
    {
        // Nobody looks.
    }

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
        // Nobody looks.
    }
}
