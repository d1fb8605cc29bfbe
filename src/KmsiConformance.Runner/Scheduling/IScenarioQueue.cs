using KmsiConformance.Suite;

namespace KmsiConformance.Runner.Scheduling;

/// <summary>
/// Gives the scenarios of a plan to those who run them. Where several processes take from one plan, a scenario may be given twice,
/// because whoever had it seemed to be gone: the first result counts.
/// </summary>
public interface IScenarioQueue : IAsyncDisposable
{
    /// <summary>Whether others take from it too, so that a result is no result before it is accepted.</summary>
    bool IsShared { get; }

    /// <summary>Gives scenarios until all of the plan have a result, wherever; waits for what others are at.</summary>
    /// <exception cref="QueueException">It cannot be reached any more.</exception>
    IAsyncEnumerable<GivenScenario> GiveAsync(IRunProgress progress, CancellationToken cancellation);

    /// <summary>Whether a result of the scenario counts: it is the first.</summary>
    /// <exception cref="QueueException">It cannot be reached any more.</exception>
    Task<bool> AcceptAsync(Scenario scenario, CancellationToken cancellation);

    /// <summary>Somebody else is to run the scenario: here it was interrupted.</summary>
    Task GiveBackAsync(Scenario scenario);
}

/// <summary>A scenario that was given to somebody.</summary>
/// <param name="Losses">How many were lost while they were at it.</param>
public sealed record GivenScenario(Scenario Scenario, int Losses)
{
    /// <summary>As many losses make it an ERROR: whoever runs it dies of it.</summary>
    public const int MostLosses = 3;
}

/// <summary>The queue cannot be worked with: it cannot be reached, or is not there any more.</summary>
/// <param name="message">What is wrong and how it is mended.</param>
public sealed class QueueException(string message, Exception? inner = null) : IOException(message, inner);
