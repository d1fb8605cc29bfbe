using System.Collections.Concurrent;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Sites;

internal class ComparesTheBeginningOfTheCookie : SessionCookieRules, IFault
{
    // As a column of the database is cut that is too short for the rest.
    private const int Kept = 24;

    private readonly ConcurrentDictionary<string, SessionId> _known = new(StringComparer.Ordinal);

    public static string Does => "Of the cookie's value only the first characters count.";

    public static IReadOnlyList<string> Violates => ["W-09"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue)
    {
        var begins = cookieValue[..Math.Min(Kept, cookieValue.Length)];
        if (base.Recognise(sessions, key, cookieValue) is not { } exact) return _known.GetValueOrDefault(begins);
        _known[begins] = exact;
        return exact;
    }
}
