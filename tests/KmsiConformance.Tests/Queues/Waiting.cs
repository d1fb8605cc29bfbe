using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;

namespace KmsiConformance.Tests.Queues;

/// <summary>What is shown of waiting.</summary>
/// <param name="then">What is done when something is said.</param>
internal sealed class Waiting(Action? then = null) : IRunProgress
{
    public List<string> For { get; } = [];

    public void Started(Scenario scenario)
    {
        // Nothing is run.
    }

    public void Waits(string what)
    {
        For.Add(what);
        then?.Invoke();
    }

    public void Finished(Scenario scenario, ScenarioRecord record)
    {
        // Nothing is run.
    }
}
