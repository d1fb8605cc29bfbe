namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// The wall clock of the processes of one world, moved while they run. Each instance has a file of its own, so that
/// worlds side by side do not see each other; dispose deletes it.
/// </summary>
public interface IProcessClock : IDisposable
{
    /// <summary>The provider's name, as recorded in the run: <c>preload</c> or <c>libfaketime</c>.</summary>
    string Name { get; }

    /// <summary>What a process must be started with to live by this clock.</summary>
    IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>
    /// Puts the wall clock of every process of this world, running or yet to start, to real time plus
    /// <paramref name="offset"/>.
    /// </summary>
    void SetOffset(TimeSpan offset);
}
