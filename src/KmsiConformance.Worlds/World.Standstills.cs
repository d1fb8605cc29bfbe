using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <content>Whether everybody in it ran all the time.</content>
public sealed partial class World
{
    // Where time passes by moves alone: no two steps happen at the same moment.
    private static readonly TimeSpan StepTakes = TimeSpan.FromMilliseconds(100);

    private readonly Heartbeat.Watch? _watch;

    /// <summary>Records that a step begins.</summary>
    /// <param name="text">The step, in words.</param>
    public void BeginStep(string text)
    {
        if (Clock.Stands) Clock.MoveBy(StepTakes);
        Ledger.Append(new StepStarted(text));
    }

    /// <summary>
    /// The longest time, since a mark of <see cref="Heartbeat"/>, in which somebody in it did not run; null where all ran.
    /// </summary>
    public Standstill? StandstillSince(long mark) => Heartbeat.OfThisProcess.Longest(mark, _watch);

    private IReadOnlyList<(string Name, int Leader)> Processes() =>
    [
        .. _parts.Devices.Where(device => device.Browser.ProcessId is not null)
            .Select(device => (device.Name is { } name ? $"the browser of {name}" : "the browser", device.Browser.ProcessId!.Value)),
        .. Target.Processes.Select(leader => ("the target's process", leader)),
    ];
}
