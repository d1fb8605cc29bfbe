using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class KnowsBrowsersByTheirAddress : SessionCookieRules, IFault
{
    public static string Does => "A browser without a session goes on with the one that began last at the same network address.";

    public static IReadOnlyList<string> Violates => ["R-005", "W-10"];

    public static bool ActsOnSites => true;

    public override SessionId? Unpresented(SessionStore sessions, SessionKey key) => sessions.Latest(key);
}
