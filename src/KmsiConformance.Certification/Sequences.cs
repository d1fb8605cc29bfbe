using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Certification;

/// <summary>
/// Whether events are all there: every attempt at a scenario numbers its own from 1, one by one, so that none can be taken out unseen.
/// </summary>
public static class Sequences
{
    /// <summary>Gaps, repeats, and results that were refused, each in a sentence.</summary>
    /// <param name="events">All events of a run, in the order written.</param>
    public static IReadOnlyList<string> WhyNot(IEnumerable<Event> events)
    {
        var (last, ready) = (Counters(), Counters());
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var seen in events)
        {
            if (Why(seen, last.GetValueOrDefault(seen.Scenario), ready) is { } reason) reasons.TryAdd(seen.Scenario, reason);
            last[seen.Scenario] = seen.Sequence;
        }

        return [.. reasons.Values];
    }

    private static string? Why(Event seen, int before, Dictionary<string, int> ready)
    {
        if (seen is ResultRefused)
            return $"What was seen of {seen.Scenario} was refused by its queue and still stands in the events. Make one run of all workers "
                + "with 'kmsi merge', and pack that.";
        if (seen.Sequence != 1 && seen.Sequence != before + 1)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Event {seen.Sequence} of {seen.Scenario} comes after {before}: events were taken out, put in or moved. Run again.");
        if (seen is not WorldReady { Attempt: var attempt }) return null;
        var earlier = ready.GetValueOrDefault(seen.Scenario);
        ready[seen.Scenario] = attempt;
        return attempt == 1 || attempt == earlier || attempt == earlier + 1 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Attempt {attempt} at {seen.Scenario} comes after {earlier}: the events of an attempt were taken out. Run again.");
    }

    private static Dictionary<string, int> Counters() => new(StringComparer.Ordinal);
}
