using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Timelines;

/// <summary>The life of one browser process.</summary>
/// <param name="Name">Browser, version and process id.</param>
/// <param name="Ended">Whether its end was seen.</param>
/// <param name="Device">The device on which it ran; null where there is one only.</param>
internal sealed record BrowserLife(string Name, Moment Start, Moment End, bool Ended, string? Device)
{
    /// <summary>All processes of a scenario, in order; one that was not seen to end lasts until the last event.</summary>
    public static IReadOnlyList<BrowserLife> AllOf(IReadOnlyList<Event> events)
    {
        var lives = new List<BrowserLife>();
        foreach (var observed in events)
        {
            var at = new Moment(observed.At, observed.Sequence);
            if (observed is BrowserStarted started)
            {
                var process = started.ProcessId is { } id ? $", process {id}" : "";
                var last = new Moment(events[^1].At, events[^1].Sequence);
                lives.Add(new($"{started.Browser} {started.Version}{process}", at, last, Ended: false, observed.Device));
            }
            else if (observed is BrowserStopped && lives.FindLastIndex(life => life.Device == observed.Device) is >= 0 and var running)
            {
                if (!lives[running].Ended) lives[running] = lives[running] with { End = at, Ended = true };
            }
        }
        return lives;
    }
}
