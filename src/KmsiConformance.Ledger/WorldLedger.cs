namespace KmsiConformance.Ledger;

/// <summary>
/// The events of one scenario, in the order seen. Safe for several writers: the browser's callbacks and the apps'
/// request handlers append while the runner reads.
/// </summary>
/// <param name="scenario">Id of the scenario that owns the ledger.</param>
/// <param name="clock">The world's clock; stamps every event.</param>
/// <param name="onAppended">Called with each event under the ledger's lock, for example to write it to disk.</param>
/// <param name="keep">False keeps no events itself: a service that runs for weeks must not remember everything.</param>
public sealed class WorldLedger(string scenario, TimeProvider clock, Action<Event>? onAppended = null, bool keep = true)
{
    private readonly Lock _gate = new();
    private readonly List<Event> _events = [];
    private int _appended;
    private int _step;

    /// <summary>The device in use, which stamps every event that has no other; null in a world of one browser.</summary>
    public string? Device { get; set; }

    /// <summary>The tab in use, which stamps every event that happens of it; null in a world of one tab.</summary>
    public string? Tab { get; set; }

    /// <summary>Number of events so far; use it to mark a place and read <see cref="Since"/> it later.</summary>
    public int Count
    {
        get { lock (_gate) return _events.Count; }
    }

    /// <summary>Appends the event, stamped with scenario, step, device, tab, time and sequence, and returns it as stored.</summary>
    public Event Append(Event observed) => AppendOf(Device, Tab, observed);

    /// <summary>Appends an event of one device, whichever is in use; null is for what concerns all of them.</summary>
    public Event AppendOf(string? device, Event observed) => AppendOf(device, tab: null, observed);

    /// <summary>Appends an event of one device and one of its tabs; null is for what concerns all of them.</summary>
    public Event AppendOf(string? device, string? tab, Event observed)
    {
        lock (_gate)
        {
            if (observed is StepStarted) _step++;
            var stored = observed with
            {
                Scenario = scenario, Step = _step, Device = device, Tab = tab, Sequence = ++_appended, At = clock.GetUtcNow(),
            };
            if (keep) _events.Add(stored);
            onAppended?.Invoke(stored);
            return stored;
        }
    }

    /// <summary>Goes on from events that another process has seen; they are as they were.</summary>
    /// <exception cref="InvalidOperationException">There are events already.</exception>
    public void Restore(IEnumerable<Event> seen)
    {
        lock (_gate)
        {
            if (_events.Count > 0) throw new InvalidOperationException("The ledger has events already.");
            foreach (var one in seen)
            {
                (_step, _appended) = (one.Step, one.Sequence);
                _events.Add(one);
                onAppended?.Invoke(one);
            }
        }
    }

    /// <summary>A snapshot of the events after the first <paramref name="count"/> ones.</summary>
    public IReadOnlyList<Event> Since(int count)
    {
        lock (_gate) return _events[count..];
    }
}
