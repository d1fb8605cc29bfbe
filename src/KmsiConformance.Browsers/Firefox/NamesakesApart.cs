using KmsiConformance.Ledger;

namespace KmsiConformance.Browsers.Firefox;

/// <summary>
/// Firefox lists the cookies of all partitions without saying which is of which, so that one reading may hold several of
/// the same name, domain and path. Each gets a partition of its own, and keeps it from reading to reading by its value.
/// </summary>
internal sealed class NamesakesApart
{
    private Dictionary<CookieIdentity, string> _values = [];

    /// <summary>The cookies of a reading, no two of which have the same identity.</summary>
    public IReadOnlyList<StoredCookie> Tell(IReadOnlyList<StoredCookie> read)
    {
        List<StoredCookie> told = [.. read.GroupBy(cookie => cookie.Identity).SelectMany(namesakes => Apart([.. namesakes]))];
        _values = told.ToDictionary(cookie => cookie.Identity, cookie => cookie.Value);
        return told;
    }

    private IEnumerable<StoredCookie> Apart(IReadOnlyList<StoredCookie> namesakes)
    {
        // Places that had a cookie before come first: one whose value is new has most likely replaced an old one.
        var free = Places(namesakes[0].Identity, namesakes.Count + _values.Count).OrderByDescending(_values.ContainsKey).ToList();
        foreach (var cookie in namesakes.OrderByDescending(cookie => _values.ContainsValue(cookie.Value)))
        {
            var place = free.Find(place => _values.GetValueOrDefault(place) == cookie.Value) ?? free[0];
            free.Remove(place);
            yield return cookie with { Partition = place.Partition };
        }
    }

    private static IEnumerable<CookieIdentity> Places(CookieIdentity first, int count) =>
        Enumerable.Range(0, count).Select(number => number == 0 ? first : first with { Partition = CookiePartition.Unnamed(number) });
}
