using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>What a run that is on has seen and found out so far, and its files.</summary>
/// <param name="options">The run.</param>
/// <param name="unwritable">Cancelled when nothing can be written any more: without its evidence a verdict is worth nothing.</param>
internal sealed class RunUnderWay(RunOptions options, CancellationTokenSource unwritable) : IDisposable
{
    private readonly EventWriter? _events = options.Folder is null ? null : new EventWriter(options.Folder, options.Earlier is not null);
    private readonly ResultWriter? _results = options.Folder is null ? null : new ResultWriter(options.Folder, options.Earlier is not null);
    private readonly ConcurrentBag<ScenarioRecord> _records = [.. options.Earlier?.Scenarios ?? []];
    private readonly ConcurrentBag<string> _notes = [];

    /// <summary>The results that count.</summary>
    public IReadOnlyList<ScenarioRecord> Records => [.. _records];

    /// <summary>What a reader of the results should know.</summary>
    public IReadOnlyList<string> Notes => [.. _notes.Order(StringComparer.Ordinal)];

    /// <summary>Why nothing can be written; null while something can.</summary>
    public IOException? Unwritable { get; private set; }

    /// <summary>Whether somebody has deleted the folder meanwhile.</summary>
    public bool FolderWasDeleted => _events is { WasDeleted: true };

    /// <summary>Writes an event.</summary>
    public void Write(Event observed) => Keep(() => _events?.Write(observed));

    /// <summary>A scenario has its result, unless the queue has one already.</summary>
    /// <returns>Whether it counts.</returns>
    /// <exception cref="QueueException">The queue cannot be reached: whether it counts nobody knows yet.</exception>
    public async Task<bool> AddAsync(IScenarioQueue queue, GivenScenario given, ScenarioRecord record, CancellationToken cancellation)
    {
        // First to the disk: whoever is killed now has lost no result that others were told of.
        if (queue.IsShared)
        {
            Keep(() => _results?.Write(record with { Acceptance = Acceptance.Offered }));
            cancellation.ThrowIfCancellationRequested();
            if (!await IsAcceptedAsync(queue, given.Scenario, record, cancellation))
            {
                Write(new ResultRefused { Scenario = given.Scenario.Id, At = TimeProvider.System.GetUtcNow() });
                Keep(() => _results?.Write(record with { Acceptance = Acceptance.Refused }));
                return false;
            }
        }

        Keep(() => _results?.Write(record));
        _records.Add(record);
        if (given.Losses is > 0 and < GivenScenario.MostLosses)
            _notes.Add(
                $"{given.Scenario.Id} was given anew after {(given.Losses == 1 ? "a worker" : $"{given.Losses} workers")} at it had been "
                + "lost.");
        return true;
    }

    /// <summary>All files are whole.</summary>
    public void Dispose()
    {
        _events?.Dispose();
        _results?.Dispose();
    }

    private async Task<bool> IsAcceptedAsync(
        IScenarioQueue queue, Scenario scenario, ScenarioRecord record, CancellationToken cancellation)
    {
        try
        {
            return await queue.AcceptAsync(scenario, cancellation);
        }
        catch (QueueException)
        {
            // Whether it is the first is found out when the parts are merged.
            _records.Add(record with { Acceptance = Acceptance.Offered });
            throw;
        }
    }

    private void Keep(Action write)
    {
        try
        {
            write();
        }
        catch (IOException full)
        {
            Unwritable ??= full;
            unwritable.Cancel();
        }
    }
}
