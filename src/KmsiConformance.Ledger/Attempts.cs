namespace KmsiConformance.Ledger;

/// <summary>Tells the attempts at one scenario apart.</summary>
internal static class Attempts
{
    /// <summary>The attempts, in the order written; at least one.</summary>
    /// <param name="events">All events of one scenario, in the order written.</param>
    public static List<List<Event>> Of(IEnumerable<Event> events)
    {
        List<List<Event>> attempts = [[]];
        foreach (var observed in events) Add(attempts, observed);
        return attempts;
    }

    /// <summary>Adds an event to the attempt of which it is.</summary>
    public static void Add(List<List<Event>> attempts, Event observed)
    {
        // Every attempt has a ledger of its own that counts from 1; what a queue has refused is no event of an attempt.
        if (attempts[^1] is [.., var last] && observed.Sequence <= last.Sequence && observed is not ResultRefused) attempts.Add([]);
        attempts[^1].Add(observed);
    }
}
