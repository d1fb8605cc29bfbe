namespace KmsiConformance.Cookies.Storing;

/// <summary>
/// Removes excess cookies, in the order that the draft prescribes (RFC 6265bis, end of 5.7): expired ones, those
/// of a crowded domain that are not secure, the others of a crowded domain, and then any; the longest unused first.
/// </summary>
internal static class Eviction
{
    /// <summary>The cookies to remove after one was added to a domain.</summary>
    /// <param name="domain">The domain that may be crowded now.</param>
    public static IReadOnlyList<Cookie> Excess(IReadOnlyCollection<Cookie> stored, string domain, CookiePolicy policy)
    {
        // The usual case is decided by counting alone.
        if (stored.Count <= policy.PerDomain) return stored.Count <= policy.Total ? [] : Oldest(stored, stored.Count - policy.Total);

        var crowd = stored.Where(cookie => cookie.Domain == domain).ToList();
        var removed = crowd
            .OrderBy(cookie => cookie.Secure)
            .ThenBy(cookie => cookie.LastAccessAt)
            .ThenBy(cookie => cookie.Order)
            .Take(Math.Max(0, crowd.Count - policy.PerDomain))
            .ToList();
        var over = stored.Count - removed.Count - policy.Total;
        return over <= 0 ? removed : [.. removed, .. Oldest(stored.Except(removed), over)];
    }

    private static List<Cookie> Oldest(IEnumerable<Cookie> cookies, int count) =>
        [.. cookies.OrderBy(cookie => cookie.LastAccessAt).ThenBy(cookie => cookie.Order).Take(count)];
}
