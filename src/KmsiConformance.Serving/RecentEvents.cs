using KmsiConformance.Ledger;

namespace KmsiConformance.Serving;

/// <summary>The last events that the apps recorded.</summary>
internal sealed class RecentEvents(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<Event> _events = new();

    public void Add(Event seen)
    {
        lock (_gate)
        {
            if (_events.Count == capacity) _events.Dequeue();
            _events.Enqueue(seen);
        }
    }

    /// <summary>The last ones, the oldest first.</summary>
    public IReadOnlyList<Event> Last(int atMost)
    {
        lock (_gate) return [.. _events.TakeLast(atMost)];
    }

    public void Clear()
    {
        lock (_gate) _events.Clear();
    }
}
