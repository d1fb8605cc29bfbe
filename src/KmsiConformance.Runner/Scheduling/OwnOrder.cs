using System.Runtime.CompilerServices;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner.Scheduling;

/// <summary>A plan that one process has for itself.</summary>
internal sealed class OwnOrder(IEnumerable<Scenario> order) : IScenarioQueue
{
    /// <inheritdoc/>
    public bool IsShared => false;

    /// <inheritdoc/>
    public async IAsyncEnumerable<GivenScenario> GiveAsync(
        IRunProgress progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var scenario in order)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new GivenScenario(scenario, Losses: 0);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> AcceptAsync(Scenario scenario, CancellationToken cancellation) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task GiveBackAsync(Scenario scenario) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
