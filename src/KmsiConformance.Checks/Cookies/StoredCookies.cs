using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Cookies;

/// <summary>The browser's cookie store as the ledger tells it: what was set and has not gone.</summary>
public static class StoredCookies
{
    /// <summary>Whether the store was looked at in this step; without a look there is no evidence.</summary>
    public static bool WereRead(Evidence evidence) => evidence.Step.OfType<CookiesRead>().Any();

    /// <summary>The cookies that are meant and are in the store now, as last seen.</summary>
    public static IReadOnlyList<CookieChanged> Of(Evidence evidence, MeantCookie meant) =>
        [.. evidence.All.OfType<CookieChanged>()
            .Where(meant.Is)
            .GroupBy(cookie => cookie.Identity)
            .Select(changes => changes.Last())
            .Where(last => last.Change != "gone")];

    /// <summary>The cookie in a few words; its value is never shown.</summary>
    public static string Describe(CookieChanged cookie)
    {
        var place = cookie.Partition is { } partition ? $"{cookie.Domain}, {partition}" : cookie.Domain;
        return $"{cookie.Name} on {place}, {(cookie.ExpiresAt is { } until ? $"until {until:u}" : "for this browser session")}";
    }
}
