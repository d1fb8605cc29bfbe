using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;

namespace KmsiConformance.Bench.Simulated;

/// <summary>Shows nothing.</summary>
internal sealed class Silence : IRunProgress
{
    public void Started(Scenario scenario)
    {
    }

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
    }
}
