using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps.Cookies;

namespace KmsiConformance.Worlds;

/// <summary>
/// A world between two steps, put away while nothing happens in it for days: with its browser's profile and cookies, what its
/// apps remember, and everything that was seen so far. The target lives on meanwhile. Cookies and tokens are in it.
/// </summary>
/// <param name="Start">World time at which the scenario began.</param>
/// <param name="SignedInAt">World time at which credentials were last accepted; null before.</param>
/// <param name="Events">What was seen.</param>
/// <param name="Cookies">The browser's store; session cookies too, for the browser is meant to stay open.</param>
/// <param name="Copies">Cookies that were copied.</param>
/// <param name="Apps">What each app remembers.</param>
/// <param name="Profile">The browser's profile, packed; null for a browser that has none on disk.</param>
public sealed record WorldState(
    DateTimeOffset Start,
    DateTimeOffset? SignedInAt,
    IReadOnlyList<Event> Events,
    IReadOnlyList<StoredCookie> Cookies,
    IReadOnlyList<CopiedCookies> Copies,
    IReadOnlyDictionary<string, AppState> Apps,
    byte[]? Profile)
{
    /// <summary>Shows nothing.</summary>
    public override string ToString() => nameof(WorldState);
}

/// <summary>Copies kept under a name.</summary>
public sealed record CopiedCookies(CookieName Name, IReadOnlyList<StoredCookie> Cookies)
{
    /// <summary>Shows nothing but the name.</summary>
    public override string ToString() => Name.ToString();
}
